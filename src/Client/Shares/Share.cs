namespace Directus.Grpc.Client;

/// <summary>A share: an item that anyone with its link may read, as far as its role and its creator may.</summary>
public sealed record Share
{
    /// <summary>Primary key, a UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name to show.</summary>
    public string? Name { get; init; }

    /// <summary>Collection of the shared item.</summary>
    public string Collection { get; init; } = "";

    /// <summary>Primary key of the shared item.</summary>
    public string Item { get; init; } = "";

    /// <summary>Role whose permissions the receiver gets.</summary>
    public string? Role { get; init; }

    /// <summary>Password; in answers always masked as <c>**********</c>.</summary>
    public string? Password { get; init; }

    /// <summary>User who created the share.</summary>
    public string? UserCreated { get; init; }

    /// <summary>Moment of its creation.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Moment from which it can be used.</summary>
    public DateTimeOffset? DateStart { get; init; }

    /// <summary>Moment until which it can be used.</summary>
    public DateTimeOffset? DateEnd { get; init; }

    /// <summary>Number of times it was used.</summary>
    public int? TimesUsed { get; init; }

    /// <summary>Largest number of times it can be used.</summary>
    public int? MaxUses { get; init; }
}

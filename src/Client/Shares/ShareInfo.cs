namespace Directus.Grpc.Client;

/// <summary>What everybody who holds the link may know about a share.</summary>
public sealed record ShareInfo
{
    /// <summary>Primary key, a UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>Collection of the shared item.</summary>
    public string Collection { get; init; } = "";

    /// <summary>Primary key of the shared item.</summary>
    public string Item { get; init; } = "";

    /// <summary><c>**********</c> when a password is needed.</summary>
    public string? Password { get; init; }

    /// <summary>Largest number of times it can be used.</summary>
    public int? MaxUses { get; init; }

    /// <summary>Number of times it was used.</summary>
    public int TimesUsed { get; init; }

    /// <summary>Moment from which it can be used.</summary>
    public DateTimeOffset? DateStart { get; init; }

    /// <summary>Moment until which it can be used.</summary>
    public DateTimeOffset? DateEnd { get; init; }
}

namespace Directus.Grpc.Server.Auth;

/// <summary>Whose token it is, and until when that is known to hold without asking the database again.</summary>
internal sealed record Identity
{
    public Guid? User { get; init; }

    public Guid? Role { get; init; }

    public Guid? Share { get; init; }

    public string? Session { get; init; }

    public DateTimeOffset Until { get; init; } = DateTimeOffset.MaxValue;
}

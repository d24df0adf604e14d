using System.Collections.Immutable;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>What a write takes away, of that which makes users administrators.</summary>
internal sealed record AdminLoss
{
    public static AdminLoss None { get; } = new();

    /// <summary>Users that go, or lose status or role.</summary>
    public ImmutableHashSet<Guid> Users { get; init; } = [];

    /// <summary>Roles that go.</summary>
    public ImmutableHashSet<Guid> Roles { get; init; } = [];

    /// <summary>Roles that leave their parent.</summary>
    public ImmutableHashSet<Guid> Orphans { get; init; } = [];

    /// <summary>Policies that go, or are no longer administrators'.</summary>
    public ImmutableHashSet<Guid> Policies { get; init; } = [];

    /// <summary>Attachments of policies (directus_access) that go or change.</summary>
    public ImmutableHashSet<Guid> Attachments { get; init; } = [];
}

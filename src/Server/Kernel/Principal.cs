using System.Collections.Immutable;
using System.Net;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Who makes a call. There is always one: a call without a token is made by the public, never by nobody.</summary>
public sealed record Principal
{
    public Guid? User { get; init; }

    /// <summary>The role of the user or share.</summary>
    public Guid? Role { get; init; }

    /// <summary>The role and its ancestors, from the root down.</summary>
    public ImmutableArray<Guid> Roles { get; init; } = [];

    /// <summary>The policies that apply, in the order in which they do.</summary>
    public ImmutableArray<Guid> Policies { get; init; } = [];

    /// <summary>Set when the token belongs to the receiver of a share.</summary>
    public Guid? Share { get; init; }

    /// <summary>The session that the token is bound to, when it is.</summary>
    public string? Session { get; init; }

    public bool Admin { get; init; }

    public bool App { get; init; }

    public IPAddress? Ip { get; init; }

    public string? UserAgent { get; init; }

    public string? Origin { get; init; }

    public bool IsPublic => User is null && Share is null;

    public static Principal Public { get; } = new();
}

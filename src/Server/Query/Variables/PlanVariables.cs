using System.Collections.Immutable;
using System.Text.Json;

namespace Directus.Grpc.Server.Query.Variables;

/// <summary>What `$CURRENT_USER`, `$CURRENT_ROLE`, `$CURRENT_ROLES`, `$CURRENT_POLICIES` and `$NOW` stand for in a call.</summary>
public sealed record PlanVariables(Guid? User, Guid? Role, IReadOnlyList<Guid> Roles, IReadOnlyList<Guid> Policies, DateTimeOffset Now)
{
    public static ImmutableDictionary<string, ImmutableArray<JsonElement>> None { get; } =
        ImmutableDictionary<string, ImmutableArray<JsonElement>>.Empty;

    /// <summary>Values of `$CURRENT_USER.field` and its like in stored rules: what the rows hold, whoever may see it.</summary>
    public ImmutableDictionary<string, ImmutableArray<JsonElement>> OfRules { get; init; } = None;

    /// <summary>The same in what the caller asks: only what the caller may read, as a filter would tell the rest.</summary>
    public ImmutableDictionary<string, ImmutableArray<JsonElement>> OfQuery { get; init; } = None;
}

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>What `$CURRENT_USER`, `$CURRENT_ROLE`, `$CURRENT_ROLES`, `$CURRENT_POLICIES` and `$NOW` stand for in a call.</summary>
public sealed record PlanVariables(Guid? User, Guid? Role, IReadOnlyList<Guid> Roles, IReadOnlyList<Guid> Policies, DateTimeOffset Now);

using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Items;

/// <summary>What plans depend on, for a caller at this moment.</summary>
public sealed class PlanContexts(IOptions<QueryLimits> options, TimeProvider clock)
{
    public PlanContext For(Caller caller) => new(caller.Schema, caller.Access,
        new PlanVariables(caller.Principal.User, caller.Principal.Role, caller.Principal.Roles, caller.Principal.Policies, clock.GetUtcNow()),
        options.Value);
}

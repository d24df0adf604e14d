using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>What an identity was found to hold.</summary>
internal sealed record Grants(ImmutableArray<Guid> Roles, ImmutableArray<Guid> Policies, bool Admin, bool App, AccessRules Rules)
{
    public ImmutableDictionary<string, ImmutableArray<JsonElement>> Variables { get; init; } = PlanVariables.None;

    public Caller For(Principal identity, DatabaseSchema schema) =>
        new(identity with { Roles = Roles, Policies = Policies, Admin = Admin, App = App }, schema, Rules) { Variables = Variables };
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>Roles by which the last administrator is one stay.</summary>
internal sealed class RoleRules : IItemRules
{
    public string Collection => "directus_roles";

    public Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation) => Task.CompletedTask;

    public Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation) =>
        data.ContainsKey("parent")
            ? LastAdmin.RequireAnotherAsync(session, new AdminLoss { Orphans = [.. keys.Uuids()] }, cancellation)
            : Task.CompletedTask;

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        LastAdmin.RequireAnotherAsync(session, new AdminLoss { Roles = [.. keys.Uuids()] }, cancellation);
}

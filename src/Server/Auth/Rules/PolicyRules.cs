using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>Policies by which the last administrator is one stay what they are.</summary>
internal sealed class PolicyRules : IItemRules
{
    public string Collection => "directus_policies";

    public Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation) => Task.CompletedTask;

    public Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation) =>
        data.TryGetPropertyValue("admin_access", out var admin) && admin?.GetValueKind() != JsonValueKind.True
            ? RequireAnotherAsync(session, keys, cancellation)
            : Task.CompletedTask;

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        RequireAnotherAsync(session, keys, cancellation);

    private static Task RequireAnotherAsync(DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        LastAdmin.RequireAnotherAsync(session, new AdminLoss { Policies = [.. keys.Uuids()] }, cancellation);
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>Attachments of policies (directus_access) by which the last administrator is one stay.</summary>
internal sealed class AttachmentRules : IItemRules
{
    public string Collection => SystemCollections.Access;

    public Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation) =>
        data.ContainsKey("role") || data.ContainsKey("user") || data.ContainsKey("policy")
            ? RequireAnotherAsync(session, keys, cancellation)
            : Task.CompletedTask;

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        RequireAnotherAsync(session, keys, cancellation);

    private static Task RequireAnotherAsync(DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        LastAdmin.RequireAnotherAsync(session, new AdminLoss { Attachments = [.. keys.Uuids()] }, cancellation);
}

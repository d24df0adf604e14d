using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>Policies by which the last administrator is one stay what they are.</summary>
internal sealed class PolicyRules : IItemRules
{
    public string Collection => SystemCollections.Policies;

    public Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation)
    {
        foreach (var item in items) RequireAddresses(item);
        return Task.CompletedTask;
    }

    public Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        RequireAddresses(data);
        return data.TryGetPropertyValue("admin_access", out var admin) && admin?.GetValueKind() != JsonValueKind.True
            ? RequireAnotherAsync(session, keys, cancellation)
            : Task.CompletedTask;
    }

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        RequireAnotherAsync(session, keys, cancellation);

    private static Task RequireAnotherAsync(DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        LastAdmin.RequireAnotherAsync(session, new AdminLoss { Policies = [.. keys.Uuids()] }, cancellation);

    // An entry that cannot be read would admit nobody: better said at once.
    private static void RequireAddresses(JsonObject data)
    {
        if (data["ip_access"] is { } list && !IsList(list))
            throw DirectusException.InvalidPayload(
                "IP Access contains an incorrect value. Valid values are: IP addresses, IP ranges and CIDR blocks");
    }

    private static bool IsList(JsonNode list) => list switch
    {
        JsonArray array => array.All(entry => Text(entry) is { } text && AddressList.IsValid(text.Trim())),
        _ => Text(list) is { } text && (text.Length == 0 || text.Split(',').All(entry => AddressList.IsValid(entry.Trim()))),
    };

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}

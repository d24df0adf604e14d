using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>A new group gets a policy of its own, without rights but for the app; where it may call from stands in that policy. The
/// administrators' group stays, and so does one that has users.</summary>
internal sealed class GroupRules : ITableRules
{
    public const string Addresses = "restrict_to_ip_whitelist";

    public async Task OnWriteAsync(RowReader reader, LegacyCall call, JsonElement given, JsonObject item, string? of)
    {
        var addresses = given.TryGetProperty(Addresses, out var list) ? AddressList(list) : null;
        if (of is null) item["policies"] = Changes("create", New(NameOf(item), app: true, addresses));
        else if (addresses is not null) item["policies"] = await ChangeAsync(reader, call, of, addresses);
    }

    public async Task OnDeleteAsync(RowReader reader, LegacyCall call, IReadOnlyList<JsonElement> keys)
    {
        foreach (var key in keys)
        {
            var role = key.GetString()!;
            var administrators = Guid.TryParse(role, out var id) && id == call.Caller.AdminRole;
            if (!administrators && !await HasUsersAsync(reader, call, role)) continue;
            var told = administrators ? GroupKey.Administrators : UuidAlias.Of(id).ToString(CultureInfo.InvariantCulture);
            throw LegacyErrors.Forbidden($"You are not allowed to delete group [{told}]");
        }
    }

    /// <summary>The attachment of a new policy to a role.</summary>
    public static JsonObject New(string name, bool app, JsonArray? addresses = null, JsonArray? permissions = null)
    {
        var policy = new JsonObject { ["name"] = name, ["app_access"] = app };
        if (addresses is not null) policy["ip_access"] = addresses;
        if (permissions is not null) policy["permissions"] = new JsonObject { ["create"] = permissions };
        return new JsonObject { ["policy"] = policy };
    }

    public static JsonObject Changes(string kind, JsonObject item) => new() { [kind] = new JsonArray(item) };

    private static async Task<JsonObject> ChangeAsync(RowReader reader, LegacyCall call, string role, JsonArray addresses)
    {
        var query = new ItemQuery { Fields = [new FieldSelection(new FieldPath("name"), []), GroupPolicy.Reads()] };
        var key = await reader.KeyAsync(call.Caller, GroupTable.Of(call.Caller), role, call.Cancellation);
        using var found = await reader.ReadAsync(call.Caller, new ItemRead.List(SystemCollections.Roles, query, [key]), call.Cancellation);
        if (found.Count == 0) throw LegacyErrors.Record(GroupTable.Name, role);
        if (GroupPolicy.Of(found[0]) is not { } own) return Changes("create", New(found[0].GetProperty("name").GetString()!, app: false, addresses));
        var policy = new JsonObject { ["id"] = own.Id, ["ip_access"] = addresses };
        return Changes("update", new JsonObject { ["id"] = own.Attachment, ["policy"] = policy });
    }

    // Whoever deletes the group, none of its users is to lose theirs unseen.
    private static async Task<bool> HasUsersAsync(RowReader reader, LegacyCall call, string role)
    {
        var query = new ItemQuery
        {
            Fields = [new FieldSelection(new FieldPath("id"), [])], Filter = Conditions.Is("role", FilterOperators.Equal, role), Limit = 1,
        };
        var all = call.Caller with { Access = AccessRules.Unrestricted };
        using var users = await reader.ReadAsync(all, new ItemRead.List(SystemCollections.Users, query), call.Cancellation);
        return users.Count > 0;
    }

    private static string NameOf(JsonObject item) => item["name"] is JsonValue value && value.TryGetValue<string>(out var name) && name.Length > 0
        ? name
        : throw LegacyErrors.Refused("The column [name] is required");

    // 0, as it is told, is no list.
    private static JsonArray AddressList(JsonElement given) =>
        [.. (LegacyParameters.ListOf(given) ?? []).Where(address => address != "0").Select(address => (JsonNode)address)];
}

using System.Globalization;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>Reads and writes privileges, for administrators. What is written stands in the policy that is the group's own.</summary>
internal sealed class GroupPrivileges(GroupGrantsReader groups, ItemWriter writer)
{
    public async Task<LegacyAnswer> ListAsync(LegacyCall call, string group)
    {
        call.Caller.RequireAdmin();
        var grants = await groups.ReadAsync(call, group);
        return Privilege.Answer(PrivilegedTable.Of(call.Caller).Select(grants.In));
    }

    public async Task<LegacyAnswer> GetAsync(LegacyCall call, string group, string table)
    {
        call.Caller.RequireAdmin();
        var grants = await groups.ReadAsync(call, group);
        return Answer(grants.In(Find(call, grants, table) ?? throw LegacyErrors.Table(table)));
    }

    /// <summary>Gives privileges in a table; the group of the body goes before that of the path.</summary>
    public async Task<LegacyAnswer> CreateAsync(LegacyCall call, string group)
    {
        call.Caller.RequireAdmin();
        var fields = call.Fields;
        if (fields.TryGetProperty("group_id", out var own) && LegacyParameters.TextOf(own) is { Length: > 0 } other) group = other;
        var name = fields.TryGetProperty("table_name", out var given) ? LegacyParameters.TextOf(given) : null;
        if (name is not { Length: > 0 }) throw LegacyErrors.Refused("The column [table_name] is required");
        var table = PrivilegedTable.Find(call.Caller, name) ?? throw LegacyErrors.Table(name);
        return await WriteAsync(call, await groups.ReadAsync(call, group), table);
    }

    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string group, string id)
    {
        call.Caller.RequireAdmin();
        var grants = await groups.ReadAsync(call, group);
        var table = Find(call, grants, id) ?? throw NotFound(id);
        return await WriteAsync(call, grants, table);
    }

    /// <summary>Changes the privileges of this number, of whichever group.</summary>
    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string id)
    {
        call.Caller.RequireAdmin();
        var tables = PrivilegedTable.Of(call.Caller).ToList();
        foreach (var role in await groups.AllAsync(call))
        {
            if (tables.Any(table => Text(Privilege.IdOf(role, table.Collection)) == id))
                return await UpdateAsync(call, role ?? GroupKey.Public, id);
        }

        throw NotFound(id);
    }

    private async Task<LegacyAnswer> WriteAsync(LegacyCall call, GroupGrants grants, PrivilegedTable table)
    {
        var given = PrivilegeInput.Read(call.Fields);
        if (grants.Admin || new PermissionRows(table, grants.OwnPermissions).Change(given) is not { } changes) return Answer(grants.In(table));
        await writer.WriteAsync(call.Caller, Write(grants, changes), call.Cancellation);
        return Answer((await groups.ReadAsync(call, grants.Role ?? GroupKey.Public)).In(table));
    }

    private static ItemWrite Write(GroupGrants grants, JsonObject changes)
    {
        if (grants.Own is { } own)
        {
            var data = new JsonObject { ["permissions"] = changes };
            return new ItemWrite.Update(SystemCollections.Policies, [JsonText.String(own.Id)], JsonText.Parse(data.ToJsonString()));
        }

        var attachment = GroupRules.New(grants.Name, app: false, permissions: (JsonArray)changes["create"]!.DeepClone());
        if (grants.Role is null) return new ItemWrite.Create(SystemCollections.Access, [JsonText.Parse(attachment.ToJsonString())]);
        var role = new JsonObject { ["policies"] = GroupRules.Changes("create", attachment) };
        return new ItemWrite.Update(SystemCollections.Roles, [JsonText.String(grants.Role)], JsonText.Parse(role.ToJsonString()));
    }

    // By the name of the table, or the number of the privilege.
    private static PrivilegedTable? Find(LegacyCall call, GroupGrants grants, string id)
    {
        if (PrivilegedTable.Find(call.Caller, id) is { } named) return named;
        return PrivilegedTable.Of(call.Caller).FirstOrDefault(table => Text(grants.Empty(table).Id) == id);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static DirectusException NotFound(string id) => LegacyErrors.NotFound($"Unable to find the privilege record with ID [{id}]");

    private static LegacyAnswer Answer(Privilege privilege) => LegacyAnswer.Item(Privilege.TableName, privilege.Write);
}

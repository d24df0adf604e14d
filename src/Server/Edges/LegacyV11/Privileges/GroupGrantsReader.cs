using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>Reads a group with what its policies grant.</summary>
internal sealed class GroupGrantsReader(RowReader reader)
{
    private const string PublicName = "Public";

    // All attachments, and of their policies all permissions.
    private static readonly ItemQuery Attachments = new()
    {
        Fields = [Field("id"), Field("policy", Field("id"), Field("admin_access"), GroupPolicy.Uses, Field("permissions", Field("*")))],
        Deep = Deep("policy",
            new ItemQuery { Deep = Deep("permissions", new ItemQuery { Limit = -1 }) }),
        Sort = [new SortTerm([new FieldPath("id")], Descending: false)],
        Limit = -1,
    };

    /// <summary>404 for a group that there is not.</summary>
    public async Task<GroupGrants> ReadAsync(LegacyCall call, string group)
    {
        if (group == GroupKey.Public) return new GroupGrants(null, 0, PublicName, await AttachmentsAsync(call, null));
        var table = GroupTable.Of(call.Caller);
        var shape = new RowShape(table, [new ShownColumn(table.Key, null), new ShownColumn(table.Column("name"), null)]);
        using var role = await reader.FindAsync(call.Caller, shape, group, call.Cancellation) ?? throw LegacyErrors.Record(GroupTable.Name, group);
        var id = role[0].GetProperty("id").GetString()!;
        var number = GroupKey.Of(Guid.Parse(id), call.Caller.AdminRole);
        return new GroupGrants(id, number, role[0].GetProperty("name").GetString()!, await AttachmentsAsync(call, id));
    }

    /// <summary>The groups there are: the roles, and the public, which is null.</summary>
    public async Task<IReadOnlyList<string?>> AllAsync(LegacyCall call)
    {
        var query = new ItemQuery { Fields = [Field("id")], Limit = -1 };
        using var roles = await reader.ReadAsync(call.Caller, new ItemRead.List(SystemCollections.Roles, query), call.Cancellation);
        return [null, .. roles.Rows.Select(role => role.GetProperty("id").GetString())];
    }

    private async Task<ImmutableArray<JsonElement>> AttachmentsAsync(LegacyCall call, string? role)
    {
        var filter = role is null
            ? Conditions.All([Conditions.Null("role"), Conditions.Null("user")])
            : Conditions.Is("role", FilterOperators.Equal, role);
        using var rows = await reader.ReadAsync(call.Caller, new ItemRead.List(SystemCollections.Access, Attachments with { Filter = filter }),
            call.Cancellation);
        return [.. rows.Rows.Select(row => row.Clone())];
    }

    private static FieldSelection Field(string name, params ImmutableArray<FieldSelection> children) => new(new FieldPath(name), children);

    private static ImmutableDictionary<string, ItemQuery> Deep(string name, ItemQuery query) =>
        ImmutableDictionary<string, ItemQuery>.Empty.Add(name, query);
}

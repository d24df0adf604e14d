using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>directus_users. What Directus 11 has no field for is empty, unless the project has one of that name.</summary>
internal static class UserTable
{
    public const string Name = SystemCollections.Users;

    private static readonly LegacyRelation Avatar = new(SystemCollections.Files) { KeyOnly = true };

    public static LegacyTable Of(Caller caller)
    {
        var columns = new SystemColumns(caller, Name);
        var status = UserStatus.Of(caller.Schema[Name].Fields.First(field => field.Name == "status"));
        var key = columns.Of("id", "id", ValueForms.Alias) with { Writable = false };
        var active = columns.Of("active", "status", UserStatus.Form(status));
        LegacyColumn[] known =
        [
            key,
            active,
            columns.Of("first_name", "first_name"),
            columns.Of("last_name", "last_name"),
            columns.Of("email", "email"),
            columns.Of("token", "token"),
            columns.Of("position", "title"),
            columns.Of("email_messages", "email_notifications"),
            columns.Of("last_login", "last_access") with { Writable = false },
            columns.Of("last_access", "last_access") with { Writable = false },
            columns.Of("last_page", "last_page"),
            SystemColumns.Constant("ip", static json => json.WriteStringValue("")),
            columns.Of("group", "role", GroupKey.Form(caller), new LegacyRelation(GroupTable.Name)),
            columns.Of("avatar", "avatar", ValueForm.Plain with { Out = WriteAddress }) with { Writable = false },
            columns.Of("avatar_file_id", "avatar", ValueForms.Alias, Avatar),
            columns.Of("location", "location"),
            .. new[] { "phone", "address", "city", "state", "zip" }.Select(name =>
                Own(caller, columns, name, static json => json.WriteStringValue(""))),
            columns.Of("language", "language", Languages.Form),
            Own(caller, columns, "timezone", static json => json.WriteNullValue()),
        ];
        var names = known.Select(column => column.Name).ToHashSet();
        return new LegacyTable(Name, Name, [.. known, .. LegacyTables.Custom(caller, Name).Where(column => !names.Contains(column.Name))])
        {
            Key = key,
            Status = active.Hidden ? null : status,
            StatusCondition = active.Hidden ? null : status.Condition,
            Order = new SortTerm([new FieldPath("id")], Descending: false),
            KeepsDeleted = true,
            Rules = UserTableRules.Instance,
        };
    }

    private static LegacyColumn Own(Caller caller, SystemColumns columns, string name, Action<Utf8JsonWriter> empty) =>
        caller.Schema[Name].TryGetField(name, out _) ? columns.Of(name, name) : SystemColumns.Constant(name, empty);

    private static void WriteAddress(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else json.WriteStringValue($"/assets/{RawJson.Text(value)}");
    }
}

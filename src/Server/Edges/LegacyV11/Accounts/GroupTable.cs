using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>directus_groups: the roles, each with what its own policy says.</summary>
internal static class GroupTable
{
    public const string Name = "directus_groups";

    public static LegacyTable Of(Caller caller)
    {
        var columns = new SystemColumns(caller, SystemCollections.Roles);
        var key = columns.Of("id", "id", GroupKey.Form(caller)) with { Writable = false };
        return new LegacyTable(Name, SystemCollections.Roles,
        [
            key,
            columns.Of("name", "name"),
            columns.Of("description", "description"),
            columns.Made(GroupRules.Addresses, [GroupPolicy.Reads("ip_access")], WriteAddresses),
            SystemColumns.Null("nav_override"),
            Shown("show_activity"),
            Shown("show_messages"),
            Shown("show_users"),
            Shown("show_files"),
            SystemColumns.Null("nav_blacklist"),
        ])
        {
            Key = key, Order = new SortTerm([new FieldPath("id")], Descending: false), Rules = new GroupRules(),
        };
    }

    private static LegacyColumn Shown(string name) => SystemColumns.Constant(name, static json => json.WriteNumberValue(1));

    // The addresses from which the group may call; 0 for all.
    private static void WriteAddresses(JsonElement role, Utf8JsonWriter json)
    {
        var addresses = GroupPolicy.Of(role)?.Policy.GetProperty("ip_access") is { } list ? LegacyParameters.ListOf(list) : null;
        if (addresses is { Count: > 0 }) json.WriteStringValue(string.Join(',', addresses));
        else json.WriteNumberValue(0);
    }
}

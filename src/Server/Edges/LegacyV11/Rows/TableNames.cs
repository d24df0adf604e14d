using System.Collections.Frozen;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>The names that collections of the system had; all others are called as they are.</summary>
internal static class TableNames
{
    private static readonly FrozenDictionary<string, string> Told = new Dictionary<string, string>
    {
        [SystemCollections.Roles] = "directus_groups",
        [SystemCollections.Permissions] = "directus_privileges",
        [SystemCollections.Presets] = "directus_preferences",
        [SystemCollections.Notifications] = "directus_messages",
        [SystemCollections.Collections] = "directus_tables",
        [SystemCollections.Fields] = "directus_columns",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Stored = Told.Append(new(SystemCollections.Presets, "directus_bookmarks"))
        .ToFrozenDictionary(name => name.Value, name => name.Key);

    public static string Of(string collection) => Told.GetValueOrDefault(collection, collection);

    public static string CollectionOf(string table) => Stored.GetValueOrDefault(table, table);
}

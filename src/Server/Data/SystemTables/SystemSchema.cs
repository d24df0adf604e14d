using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>What is fixed about the system collections. It makes their tables on an empty database, and says of each field
/// what directus_fields says of the user's.</summary>
internal sealed class SystemSchema
{
    private SystemSchema(JsonElement root)
    {
        var collections = root.GetProperty("collections");
        var uniques = root.GetProperty("uniques");
        Tables = root.GetProperty("tables").EnumerateObject()
            .Select(table => ReadTable(table, collections, uniques))
            .ToFrozenDictionary(table => table.Name, StringComparer.Ordinal);
        Relations = [.. root.GetProperty("relations").EnumerateArray().Select(ReadRelation)];
        Migrations = [.. root.GetProperty("migrations").EnumerateObject()
            .Select(migration => new KeyValuePair<string, string>(migration.Name, migration.Value.GetString()!))];
        Settings = root.GetProperty("settings").EnumerateObject()
            .ToImmutableDictionary(setting => setting.Name, setting => setting.Value.GetRawText());
    }

    public static SystemSchema Instance { get; } = Load();

    public FrozenDictionary<string, SystemTable> Tables { get; }

    public ImmutableArray<SystemRelation> Relations { get; }

    /// <summary>Version and name of every migration that such a database has behind it.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Migrations { get; }

    /// <summary>JSON settings of a new project that differ from the defaults of their columns.</summary>
    public ImmutableDictionary<string, string> Settings { get; }

    private static SystemSchema Load()
    {
        using var stream = typeof(SystemSchema).Assembly.GetManifestResourceStream("system-tables.json")
            ?? throw new InvalidOperationException("The list of system tables is missing from the program.");
        using var document = JsonDocument.Parse(stream);
        return new SystemSchema(document.RootElement);
    }

    private static SystemTable ReadTable(JsonProperty table, JsonElement collections, JsonElement uniques)
    {
        var collection = collections.GetProperty(table.Name);
        return new SystemTable(table.Name, [.. table.Value.EnumerateObject().Select(ReadField)])
        {
            Accountability = Text(collection, "accountability"),
            Singleton = Flag(collection, "singleton"),
            Uniques = uniques.TryGetProperty(table.Name, out var sets)
                ? [.. sets.EnumerateArray().Select(set => set.EnumerateArray().Select(column => column.GetString()!).ToImmutableArray())]
                : [],
        };
    }

    private static SystemField ReadField(JsonProperty field)
    {
        var value = field.Value;
        return new SystemField(field.Name, Text(value, "type")!)
        {
            DbType = Text(value, "db"),
            MaxLength = value.TryGetProperty("max_length", out var length) ? length.GetInt32() : null,
            Required = Flag(value, "required"),
            PrimaryKey = Flag(value, "primary_key"),
            AutoIncrement = Flag(value, "auto_increment"),
            Unique = Flag(value, "unique"),
            Indexed = Flag(value, "indexed"),
            Default = value.TryGetProperty("default", out var fallback) ? Value(fallback) : null,
            References = Text(value, "references")?.Split('.') is [var table, var column] ? (table, column) : null,
            OnDelete = Text(value, "on_delete"),
            Special = value.TryGetProperty("special", out var special)
                ? [.. special.EnumerateArray().Select(entry => entry.GetString()!)]
                : [],
        };
    }

    private static SystemRelation ReadRelation(JsonElement relation) => new(
        Text(relation, "many_collection")!, Text(relation, "many_field")!, Text(relation, "one_collection")!)
    {
        OneField = Text(relation, "one_field"),
        JunctionField = Text(relation, "junction_field"),
        SortField = Text(relation, "sort_field"),
        OneDeselectAction = Text(relation, "one_deselect_action") ?? "nullify",
    };

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetString()!,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}

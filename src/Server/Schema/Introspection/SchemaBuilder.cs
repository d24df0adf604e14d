using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>Tables and settings → schema.</summary>
internal sealed class SchemaBuilder
{
    private readonly SystemSchema _system = SystemSchema.Instance;
    private readonly ImmutableDictionary<string, TableSchema> _tables;
    private readonly MetaRows _rows;
    private readonly ILookup<string, JsonObject> _fieldRows;

    public SchemaBuilder(IEnumerable<TableSchema> tables, MetaRows rows)
    {
        // Without a primary key of one column there is nothing to name an item by.
        _tables = tables.Where(table => table.Columns.Count(column => column.PrimaryKey) == 1)
            .ToImmutableDictionary(table => table.Name, StringComparer.Ordinal);
        _rows = rows;
        _fieldRows = rows.Fields.ToLookup(row => Text(row, "collection")!);
    }

    public DatabaseSchema Build(long version, IEnumerable<string> additions)
    {
        var settings = _rows.Collections.ToDictionary(row => Text(row, "collection")!);
        var collections = _tables.Values.Select(table => BuildCollection(table, settings.GetValueOrDefault(table.Name)));
        var folders = _rows.Collections.Where(row => !_tables.ContainsKey(Text(row, "collection")!));
        return new DatabaseSchema(version, collections, Relations(), [.. folders]) { Additions = additions.ToFrozenSet(StringComparer.Ordinal) };
    }

    private Collection BuildCollection(TableSchema table, JsonObject? settings)
    {
        var system = _system.Tables.GetValueOrDefault(table.Name);
        var meta = system is null ? settings : SystemMeta.Of(system);
        return new Collection(table.Name, Fields(table, system))
        {
            Meta = meta,
            Singleton = (bool?)meta?["singleton"] ?? false,
            // A table that nobody has set up is tracked like any other.
            Accountability = meta is null ? "all" : Text(meta, "accountability"),
            SortField = meta is null ? null : Text(meta, "sort_field"),
            Comment = table.Comment,
        };
    }

    // Columns in the order of the table, then aliases in the order of their making: the order of Directus' answers.
    private ImmutableArray<Field> Fields(TableSchema table, SystemTable? system)
    {
        var rows = _fieldRows[table.Name].DistinctBy(row => Text(row, "field")).ToDictionary(row => Text(row, "field")!);
        var fixedFields = system?.Fields.ToDictionary(field => field.Name) ?? [];
        var names = table.Columns.Select(column => column.Name).ToHashSet();
        var columns = table.Columns.Select(column => fixedFields.TryGetValue(column.Name, out var field)
            ? FieldBuilder.FromSystem(table.Name, field, column)
            : FieldBuilder.FromRow(table.Name, column.Name, column, rows.GetValueOrDefault(column.Name)));
        var aliases = fixedFields.Values.Where(field => field.IsAlias && !names.Contains(field.Name))
            .Select(field => FieldBuilder.FromSystem(table.Name, field, null));
        var ownAliases = rows.Where(row => !names.Contains(row.Key) && !fixedFields.ContainsKey(row.Key))
            .Select(row => FieldBuilder.FromRow(table.Name, row.Key, null, row.Value));
        return [.. columns, .. aliases, .. ownAliases];
    }

    private IEnumerable<Relation> Relations()
    {
        var relations = _system.Relations.Select(FromSystem).Concat(_rows.Relations.Select(FromRow))
            .OfType<Relation>().ToList();
        var known = relations.Select(relation => (relation.ManyCollection, relation.ManyField)).ToHashSet();
        var bare = from table in _tables.Values
                   from column in table.Columns
                   where column.ForeignKey is { } key && _tables.ContainsKey(key.Table) && !known.Contains((table.Name, column.Name))
                   select FromKey(table.Name, column.Name, column.ForeignKey!);
        return relations.Concat(bare);
    }

    private Relation? FromSystem(SystemRelation relation) =>
        !_tables.ContainsKey(relation.ManyCollection) || !_tables.ContainsKey(relation.OneCollection) ? null : new Relation
        {
            ManyCollection = relation.ManyCollection,
            ManyField = relation.ManyField,
            OneCollection = relation.OneCollection,
            OneField = relation.OneField,
            JunctionField = relation.JunctionField,
            SortField = relation.SortField,
            OneDeselectAction = relation.OneDeselectAction,
            ForeignKey = ForeignKey(relation.ManyCollection, relation.ManyField),
            Meta = SystemMeta.Of(relation),
        };

    // Settings that outlived their collection or column relate nothing.
    private Relation? FromRow(JsonObject row)
    {
        var (collection, field, one) = (Text(row, "many_collection")!, Text(row, "many_field")!, Text(row, "one_collection"));
        if (Column(collection, field) is null || (one is not null && !_tables.ContainsKey(one))) return null;
        return new Relation
        {
            ManyCollection = collection,
            ManyField = field,
            OneCollection = one,
            OneField = Text(row, "one_field"),
            OneCollectionField = Text(row, "one_collection_field"),
            OneAllowedCollections = row["one_allowed_collections"] is JsonArray allowed
                ? [.. allowed.Select(entry => entry!.GetValue<string>())]
                : [],
            JunctionField = Text(row, "junction_field"),
            SortField = Text(row, "sort_field"),
            OneDeselectAction = Text(row, "one_deselect_action") ?? "nullify",
            ForeignKey = ForeignKey(collection, field),
            Meta = row,
        };
    }

    private static Relation FromKey(string collection, string field, ForeignKeySchema key) => new()
    {
        ManyCollection = collection,
        ManyField = field,
        OneCollection = key.Table,
        ForeignKey = key,
    };

    private ForeignKeySchema? ForeignKey(string collection, string field) => Column(collection, field)?.ForeignKey;

    private ColumnSchema? Column(string collection, string field) =>
        _tables.GetValueOrDefault(collection)?.Columns.FirstOrDefault(column => column.Name == field);

    private static string? Text(JsonObject row, string name) => (string?)row[name];
}

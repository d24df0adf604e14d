using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Columns;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>What a plan is made of: the live schema, the model of it and the one that is wanted. Everything goes by the names
/// that hold after the renames.</summary>
internal sealed class SchemaTransition
{
    private readonly DatabaseSchema _live;
    private readonly Dictionary<string, string> _oldCollections = [];
    private readonly Dictionary<FieldName, string> _oldFields = [];

    public SchemaTransition(DatabaseSchema live, SnapshotDocument current, SnapshotDocument wanted, IReadOnlyList<Rename> renames, DdlDialect ddl)
    {
        (_live, Ddl) = (live, ddl);
        (Current, Wanted, Renames) = (current, wanted, renames);
        foreach (var rename in renames) Follow(rename);
    }

    public DdlDialect Ddl { get; }

    public SnapshotDocument Current { get; }

    public SnapshotDocument Wanted { get; }

    public IReadOnlyList<Rename> Renames { get; }

    /// <summary>Refuses a column that this database can't make for want of an extension.</summary>
    public void RequireMeans(ColumnDefinition column)
    {
        if (column.Type >= ColumnType.Geometry && !_live.Additions.Contains("geometry"))
        {
            throw DirectusException.InvalidPayload("fields of geometry need PostgreSQL with PostGIS");
        }

        if (column.ExistingType is "citext" && !_live.Additions.Contains("citext")) throw DirectusException.InvalidPayload("the database has no type \"citext\"");
        if (column.Default?.Existing is { } expression && DefaultExpression.Lacks(expression, _live.Additions) is { } function)
        {
            throw DirectusException.InvalidPayload($"the database has no function {function}");
        }
    }

    /// <summary>Relations of the database that are not the system's, with the names of now.</summary>
    public IEnumerable<(FieldName Many, string? One, Relation Relation)> Relations => _live.Relations
        .Where(relation => relation.Meta?["system"] is null)
        .Select(relation => (NewOf(relation.ManyCollection, relation.ManyField), relation.OneCollection is { } one ? NewOf(one) : null, relation));

    public bool TryGetTable(string name, [NotNullWhen(true)] out Collection? collection)
    {
        collection = null;
        return !IsOldName(name) && _live.TryGetCollection(OldOf(name), out collection);
    }

    public bool TryGetField(FieldName name, [NotNullWhen(true)] out Field? field)
    {
        field = null;
        return TryGetTable(name.Collection, out var collection) && collection.TryGetField(OldOf(name), out field)
            && !(_oldFields.ContainsValue(field.Name) && !_oldFields.ContainsKey(name) && _oldFields.Any(old => old.Key.Collection == name.Collection && old.Value == name.Field));
    }

    /// <summary>The field that names the items of a collection after the change; null when there is none.</summary>
    public (string Name, FieldType Type)? PrimaryKey(string collection)
    {
        var part = Wanted.Fields.Values.FirstOrDefault(part => (string?)part["collection"] == collection
            && part["schema"]?["is_primary_key"] is JsonValue flag && flag.GetValueKind() == System.Text.Json.JsonValueKind.True);
        if (part is not null) return ((string)part["field"]!, SnapshotColumn.TypeOf(part, (JsonObject)part["schema"]!) ?? FieldType.Unknown);
        if (TryGetTable(collection, out var table)) return (table.PrimaryKey.Name, FieldTypeOf(table.PrimaryKey));
        // A key that nobody has set up is made without being told of.
        var made = Wanted.Collections.TryGetValue(collection, out var wanted) && wanted["schema"] is JsonObject;
        return made ? (CollectionDraftParser.KeyColumn.Name, FieldType.Integer) : null;
    }

    /// <summary>What the column of a field holds after the change; null for an alias and for what is not there.</summary>
    public FieldType? TypeOf(FieldName name)
    {
        if (Wanted.Fields.TryGetValue(name, out var part)) return part["schema"] is JsonObject column ? SnapshotColumn.TypeOf(part, column) ?? FieldType.Unknown : null;
        if (TryGetField(name, out var field)) return field.IsAlias ? null : FieldTypeOf(field);
        var untold = !TryGetTable(name.Collection, out _) && Wanted.Relations.TryGetValue(name, out var relation) ? relation : null;
        if (untold is null) return null;
        return (string?)untold["related_collection"] is { } related ? PrimaryKey(related)?.Type : FieldType.String;
    }

    // One after the other, as they are done: a name that is given away may be taken by another.
    private void Follow(Rename rename)
    {
        if (rename.Field is { } field)
        {
            var origin = OldOf(new FieldName(rename.Collection, field));
            _oldFields.Remove(new FieldName(rename.Collection, field));
            _oldFields[new FieldName(rename.Collection, rename.To)] = origin;
            return;
        }

        var old = OldOf(rename.Collection);
        _oldCollections.Remove(rename.Collection);
        _oldCollections[rename.To] = old;
        foreach (var (name, origin) in _oldFields.Where(pair => pair.Key.Collection == rename.Collection).ToList())
        {
            _oldFields.Remove(name);
            _oldFields[name with { Collection = rename.To }] = origin;
        }
    }

    private static FieldType FieldTypeOf(Field field) => FieldTypes.Of(field.Column!);

    private bool IsOldName(string name) => _oldCollections.ContainsValue(name) && !_oldCollections.ContainsKey(name);

    private string OldOf(string collection) => _oldCollections.GetValueOrDefault(collection, collection);

    private string OldOf(FieldName name) => _oldFields.GetValueOrDefault(name, name.Field);

    private string NewOf(string collection) => _oldCollections.FirstOrDefault(pair => pair.Value == collection).Key ?? collection;

    private FieldName NewOf(string collection, string field)
    {
        var now = NewOf(collection);
        return new FieldName(now, _oldFields.FirstOrDefault(pair => pair.Key.Collection == now && pair.Value == field).Key.Field ?? field);
    }
}

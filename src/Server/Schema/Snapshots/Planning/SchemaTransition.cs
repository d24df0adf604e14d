using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Columns;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>From the live schema, of which one model tells, to the model that is wanted. Everything goes by the names that hold after the
/// renames.</summary>
internal sealed class SchemaTransition(DatabaseSchema live, SnapshotDocument current, SnapshotDocument wanted, IReadOnlyList<Rename> renames,
    DdlDialect ddl)
{
    private readonly FormerNames _former = new(renames);

    public DdlDialect Ddl => ddl;

    public SnapshotDocument Current => current;

    public SnapshotDocument Wanted => wanted;

    public IReadOnlyList<Rename> Renames => renames;

    /// <summary>Refuses a column that this database can't make for want of an extension.</summary>
    public void RequireMeans(ColumnDefinition column)
    {
        if (column.Type >= ColumnType.Geometry && !live.Additions.Contains("geometry"))
        {
            throw DirectusException.InvalidPayload("fields of geometry need PostgreSQL with PostGIS");
        }

        if (column.ExistingType is "citext" && !live.Additions.Contains("citext"))
            throw DirectusException.InvalidPayload("the database has no type \"citext\"");
        if (column.Default?.Existing is { } expression && DefaultExpression.Lacks(expression, live.Additions) is { } function)
        {
            throw DirectusException.InvalidPayload($"the database has no function {function}");
        }
    }

    /// <summary>Relations of the database that are not the system's, with the names of now.</summary>
    public IEnumerable<(FieldName Many, string? One, Relation Relation)> Relations => live.Relations
        .Where(relation => relation.Meta?["system"] is null)
        .Select(relation => (_former.Now(relation.ManyCollection, relation.ManyField),
            relation.OneCollection is { } one ? _former.Now(one) : null, relation));

    public bool TryGetTable(string name, [NotNullWhen(true)] out Collection? collection)
    {
        collection = null;
        return !_former.IsGivenUp(name) && live.TryGetCollection(_former.Of(name), out collection);
    }

    public bool TryGetField(FieldName name, [NotNullWhen(true)] out Field? field)
    {
        field = null;
        return TryGetTable(name.Collection, out var collection) && collection.TryGetField(_former.Of(name), out field) && !_former.IsGivenUp(name);
    }

    /// <summary>The field that names the items of a collection after the change; null when there is none.</summary>
    public (string Name, FieldType Type)? PrimaryKey(string collection)
    {
        var part = Wanted.Fields.Values.FirstOrDefault(part => (string?)part["collection"] == collection
            && part["schema"]?["is_primary_key"] is JsonValue flag && flag.GetValueKind() == System.Text.Json.JsonValueKind.True);
        if (part is not null) return ((string)part["field"]!, SnapshotColumn.TypeOf(part, (JsonObject)part["schema"]!) ?? FieldType.Unknown);
        if (TryGetTable(collection, out var table)) return (table.PrimaryKey.Name, FieldTypeOf(table.PrimaryKey));
        // A key that nobody has set up is made without being told of.
        var made = Wanted.Collections.TryGetValue(collection, out var told) && told["schema"] is JsonObject;
        return made ? (CollectionDraftParser.KeyColumn.Name, FieldType.Integer) : null;
    }

    /// <summary>What the column of a field holds after the change; null for an alias and for what is not there.</summary>
    public FieldType? TypeOf(FieldName name)
    {
        if (Wanted.Fields.TryGetValue(name, out var part))
            return part["schema"] is JsonObject column ? SnapshotColumn.TypeOf(part, column) ?? FieldType.Unknown : null;
        if (TryGetField(name, out var field)) return field.IsAlias ? null : FieldTypeOf(field);
        var untold = !TryGetTable(name.Collection, out _) && Wanted.Relations.TryGetValue(name, out var relation) ? relation : null;
        if (untold is null) return null;
        return (string?)untold["related_collection"] is { } related ? PrimaryKey(related)?.Type : FieldType.String;
    }

    private static FieldType FieldTypeOf(Field field) => FieldTypes.Of(field.Column!);
}

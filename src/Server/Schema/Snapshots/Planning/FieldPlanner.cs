using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Columns;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Directus.Grpc.Server.Schema.Snapshots.Steps;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>Plans the steps of fields.</summary>
internal static class FieldPlanner
{
    // Follow from the relation.
    private static readonly string[] Derived = ["foreign_key_table", "foreign_key_column"];

    private static readonly string[] Fixed = ["is_primary_key", "has_auto_increment", "is_generated", "generation_expression"];

    public static CreateFieldStep Create(SchemaTransition transition, FieldName name, JsonObject part)
    {
        if (!transition.TryGetTable(name.Collection, out var table)) throw DirectusException.InvalidPayload("its collection does not exist");
        var clash = table.Fields.FirstOrDefault(field =>
            field.Name.Equals(name.Field, StringComparison.OrdinalIgnoreCase) && field.Name != name.Field);
        if (clash is not null && transition.Wanted.Fields.ContainsKey(name with { Field = clash.Name }))
        {
            throw DirectusException.InvalidPayload($"it differs from \"{clash.Name}\" only in case");
        }

        var column = part["schema"] is JsonObject ? Column(transition, name, part) : null;
        if (column is { PrimaryKey: true }) throw DirectusException.InvalidPayload("its collection already has a primary key");
        // The relation brings the foreign key.
        return new CreateFieldStep(name.Collection, name.Field, column is null ? null : column with { ForeignKey = null }, Row(name, part));
    }

    /// <summary>The change of what differs; null when all of it follows from something else.</summary>
    public static SchemaStep? Change(SchemaTransition transition, DifferenceEntry entry, Field field, JsonObject part)
    {
        if (field.IsSystem) throw DirectusException.InvalidPayload("a field of the system can't be changed");
        var adopt = entry.Whole is not null;
        if (adopt && field.IsAlias != part["schema"] is not JsonObject) throw DirectusException.InvalidPayload("there is a column of that name");
        var settings = adopt ? part["meta"] as JsonObject ?? [] : entry.Settings(part);
        var values = FieldUpdate.Meta(JsonSerializer.SerializeToElement(settings));
        var keys = entry.Keys("schema").Except(Derived).ToList();
        var typed = entry.Differences.Any(difference => difference.Path is [{ Key: "type" }]);
        var change = field.Column is { } column && part["schema"] is JsonObject wanted && (adopt || typed || keys.Count > 0)
            ? Column(transition, field, column, part, wanted, adopt ? [] : keys)
            : null;
        if (change is null && values.Count == 0 && !adopt) return null;
        return new ChangeFieldStep(entry.Collection, entry.Field!, change, values)
        {
            Destructive = change is { Type: true } && MayLose(change.Old, change.New),
            Detail = adopt ? "adopt" : entry.Names,
        };
    }

    /// <summary>The row of directus_fields.</summary>
    public static IReadOnlyList<MetaValue> Row(FieldName name, JsonObject part)
    {
        SchemaNames.CheckField(name.Field);
        return [new MetaValue("collection", name.Collection), new MetaValue("field", name.Field),
            .. FieldUpdate.Meta(JsonSerializer.SerializeToElement(part["meta"] as JsonObject ?? []))];
    }

    /// <summary>The column to make, with its foreign key if a relation asks for one.</summary>
    public static ColumnDefinition Column(SchemaTransition transition, FieldName name, JsonObject part)
    {
        SchemaNames.CheckField(name.Field);
        var column = SnapshotColumn.Definition(part, (JsonObject)part["schema"]!, transition.Ddl);
        transition.RequireMeans(column);
        return transition.Wanted.Relations.TryGetValue(name, out var relation)
            ? column with { ForeignKey = RelationPlanner.Key(transition, name, relation) }
            : column;
    }

    /// <summary>The column of a relation whose field is not told: as wide as what it refers to.</summary>
    public static ColumnDefinition Untold(SchemaTransition transition, FieldName name, JsonObject relation)
    {
        SchemaNames.CheckField(name.Field);
        return new ColumnDefinition(name.Field, transition.TypeOf(name)!.Value.ToColumn() ?? ColumnType.String)
        {
            ForeignKey = RelationPlanner.Key(transition, name, relation),
        };
    }

    // Looked at now, so that what it refuses is refused before anything has happened.
    private static ColumnChange? Column(SchemaTransition transition, Field field, ColumnSchema column, JsonObject part, JsonObject wanted,
        IReadOnlyList<string> keys)
    {
        if (keys.FirstOrDefault(key => Fixed.Contains(key)) is { } hard)
            throw DirectusException.InvalidPayload($"\"schema.{hard}\" can't be changed");
        var asked = SnapshotColumn.TypeOf(part, wanted);
        var now = FieldTypes.Of(column);
        if (asked is null && keys.Contains("data_type"))
            throw DirectusException.InvalidPayload($"a column of type \"{(string?)part["type"]}\" can't be made");
        var type = asked is { } other && other.ToColumn() != now.ToColumn() ? asked : null;
        var terms = SnapshotColumn.Terms(field, column, asked ?? now, wanted, transition.Ddl);
        var change = FieldChange.Of(field, column, type, SnapshotColumn.Element(wanted), terms);
        transition.RequireMeans(change.New);
        return change.Any ? change : null;
    }

    private static bool MayLose(ColumnSchema old, ColumnDefinition wanted) => (old.Kind, wanted.Type) switch
    {
        (SqlKind.Text, ColumnType.Text) or (SqlKind.Integer, ColumnType.BigInteger) => false,
        (SqlKind.Text, ColumnType.String) => old.MaxLength is not { } length || length > (wanted.Length ?? 255),
        (SqlKind.Decimal, ColumnType.Decimal) => old is not { Precision: { } digits, Scale: { } fraction } || fraction > wanted.Scale
            || digits - fraction > wanted.Precision - wanted.Scale,
        _ => true,
    };
}

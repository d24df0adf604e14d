using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Introspection;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Columns;

/// <summary>A field of a document → the column to make.</summary>
internal static class SnapshotColumn
{
    /// <summary>What the column holds; null for a type that only the database itself knows. A field may be of another type than
    /// its column, as JSON in a text; where the two do not go together, the field's counts.</summary>
    public static FieldType? TypeOf(JsonObject part, JsonObject column)
    {
        var type = (string?)part["type"];
        var known = column["data_type"] is JsonValue word && word.GetValueKind() == JsonValueKind.String
            ? Column(word.GetValue<string>(), Length(column))
            : null;
        var plain = known is null ? FieldType.Unknown : FieldTypes.Of(known);
        if (plain != FieldType.Unknown && TypeOf(known!, SpecialsOf(part)).ToApi() == type) return plain;
        return type is not null && FieldTypeNames.TryParse(type, out var asked) && asked.ToColumn() is not null ? asked : null;
    }

    public static ColumnDefinition Definition(JsonObject part, JsonObject column, DdlDialect ddl)
    {
        var name = (string)part["field"]!;
        if (column["is_generated"] is JsonValue generated && generated.GetValueKind() == JsonValueKind.True)
        {
            throw DirectusException.InvalidPayload("a generated column can't be created");
        }

        var type = TypeOf(part, column) ?? throw DirectusException.InvalidPayload(
            $"a field of type \"{(string?)part["type"]}\" ({(string?)(column["data_type"] as JsonValue)}) can't be created");
        RequireShape(column, type);
        var definition = FieldDraftParser.Column(name, type, Plain(column, Expression(column, type, ddl) is not null, IsCounter(column, ddl)));
        if (IsCounter(column, ddl))
        {
            if (definition.Nullable) throw DirectusException.InvalidPayload("a counter that may be null can't be created");
            definition = definition with { AutoIncrement = true };
        }

        return definition with
        {
            ExistingType = DeclaredTypes.Unusual(column, definition, ddl),
            Default = Expression(column, type, ddl) is { } expression ? ColumnDefault.Kept(expression) : definition.Default,
        };
    }

    /// <summary>What the model says of a column that is there, beyond the body of a change.</summary>
    public static ModelTerms Terms(Field field, ColumnSchema column, FieldType wanted, JsonObject model, DdlDialect ddl)
    {
        var (retype, declared) = (false, (string?)null);
        if (wanted.ToColumn() is { } type && model["data_type"] is not null && !column.AutoIncrement)
        {
            var definition = FieldDraftParser.Sized(new ColumnDefinition(column.Name, type), Element(model));
            declared = DeclaredTypes.Unusual(model, definition, ddl);
            var old = ExistingColumn.Definition(column);
            var alike = ColumnTypes.TypeOf(column) == type && column.Kind != SqlKind.Geometry;
            retype = declared is not null ? declared != old.ExistingType : alike && IsUnusual(field, column, old, ddl);
        }

        var same = DeepDifference.Same(ColumnPart.Default(field, column), model["default_value"]);
        return new ModelTerms(retype, declared, same, same ? null : Expression(model, wanted, ddl));
    }

    private static bool IsUnusual(Field field, ColumnSchema column, ColumnDefinition old, DdlDialect ddl)
    {
        var type = ColumnTypes.TypeOf(column)!.Value;
        return DeclaredTypes.Unusual(ColumnPart.Of(field, column), old with { Type = type }, ddl) is not null;
    }

    // Of a column of texts only what is told as an expression is one.
    private static string? Expression(JsonObject column, FieldType type, DdlDialect ddl)
    {
        if (column["default_value"] is not JsonValue value || !value.TryGetValue<string>(out var told)) return null;
        if (column["has_auto_increment"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True) return null;
        var kind = type.ToColumn() switch
        {
            ColumnType.String or ColumnType.Text => SqlKind.Text,
            ColumnType.Json => SqlKind.Json,
            _ => SqlKind.Timestamp,
        };
        // The time of the insert is written in the way of the other columns there.
        if (ddl.StoresInstantsAsNumbers && type.ToColumn() is ColumnType.DateTime or ColumnType.Timestamp) return null;
        return DefaultExpression.Find(told, kind, ddl)
            ?? (DefaultExpression.IsMarked(told) ? throw DirectusException.InvalidPayload($"its default {told} can't be created") : null);
    }

    // Of the shapes that PostGIS has, those that the API knows.
    private static void RequireShape(JsonObject column, FieldType type)
    {
        if (type.IsGeometry() && column["data_type"] is JsonValue word && word.TryGetValue<string>(out var name)
            && name != ColumnTypes.GeometryWord(type.ToColumn()!.Value))
        {
            throw DirectusException.InvalidPayload($"a column of type \"{name}\" can't be created");
        }
    }

    // A key that counts is told otherwise.
    private static bool IsCounter(JsonObject column, DdlDialect ddl) =>
        ddl.CountsInAnyColumn && Flag(column, "has_auto_increment") && !Flag(column, "is_primary_key");

    private static bool Flag(JsonObject column, string key) => column[key] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True;

    private static JsonElement Plain(JsonObject column, bool withoutDefault, bool withoutCounter)
    {
        var copy = (JsonObject)column.DeepClone();
        if (withoutDefault || Flag(column, "has_auto_increment")) copy.Remove("default_value");
        if (withoutCounter) copy.Remove("has_auto_increment");
        return JsonSerializer.SerializeToElement(copy);
    }

    /// <summary>The column as a body of a change would have it; a counter is no default to be set.</summary>
    public static JsonElement Element(JsonObject column)
    {
        var counts = column["has_auto_increment"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True;
        return JsonSerializer.SerializeToElement(new JsonObject(column.Where(part => !(counts && part.Key == "default_value"))
            .Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone()))));
    }

    private static int? Length(JsonObject column) =>
        column["max_length"] is JsonValue value && value.TryGetValue<int>(out var length) ? length : null;

    private static ColumnSchema Column(string word, int? length) => new()
    {
        Name = "", DataType = word, MaxLength = length, Kind = ColumnTypes.IsGeometryWord(word) ? SqlKind.Geometry : SqlKind.Text,
    };

    private static FieldType TypeOf(ColumnSchema column, IReadOnlyList<string> specials) =>
        FieldBuilder.TypeOf(column, FieldBuilder.Parse(specials), specials);

    private static IReadOnlyList<string> SpecialsOf(JsonObject part) => part["meta"] is JsonObject meta && meta["special"] is JsonArray list
        ? [.. list.OfType<JsonValue>().Where(entry => entry.GetValueKind() == JsonValueKind.String).Select(entry => entry.GetValue<string>())]
        : [];
}

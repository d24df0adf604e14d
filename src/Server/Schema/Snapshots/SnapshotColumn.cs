using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Dialects.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema.Snapshots;

/// <summary>A field of a document → the column to make.</summary>
internal static class SnapshotColumn
{
    /// <summary>What the column holds; null for a type that only the database itself knows. A field may be of another type than
    /// its column, as JSON in a text; where the two do not go together, the field's counts.</summary>
    public static FieldType? TypeOf(JsonObject part, JsonObject column)
    {
        var type = (string?)part["type"];
        var known = column["data_type"] is JsonValue word && word.GetValueKind() == JsonValueKind.String
            ? new ColumnSchema { Name = "", DataType = word.GetValue<string>(), MaxLength = Length(column) }
            : null;
        var plain = known is null ? FieldType.Unknown : ColumnTypes.FieldOf(known);
        if (plain != FieldType.Unknown && FieldBuilder.TypeOf(known!, SpecialsOf(part)).ToApi() == type) return plain;
        return type is not null && FieldTypeNames.TryParse(type, out var asked) && FieldDraftParser.ColumnTypeOf(asked) is not null ? asked : null;
    }

    public static ColumnDefinition Definition(JsonObject part, JsonObject column)
    {
        var name = (string)part["field"]!;
        if (column["is_generated"] is JsonValue generated && generated.GetValueKind() == JsonValueKind.True)
        {
            throw DirectusException.InvalidPayload("a generated column can't be created");
        }

        var type = TypeOf(part, column) ?? throw DirectusException.InvalidPayload(
            $"a field of type \"{(string?)part["type"]}\" ({(string?)(column["data_type"] as JsonValue)}) can't be created");
        return FieldDraftParser.Column(name, type, Element(column));
    }

    /// <summary>The column as a body of a change would have it; a counter is no default to be set.</summary>
    public static JsonElement Element(JsonObject column)
    {
        var counts = column["has_auto_increment"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True;
        return JsonSerializer.SerializeToElement(new JsonObject(column.Where(part => !(counts && part.Key == "default_value"))
            .Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone()))));
    }

    private static int? Length(JsonObject column) => column["max_length"] is JsonValue value && value.TryGetValue<int>(out var length) ? length : null;

    private static FieldSpecials SpecialsOf(JsonObject part) => part["meta"] is JsonObject meta && meta["special"] is JsonArray list
        ? FieldBuilder.Parse(list.OfType<JsonValue>().Where(entry => entry.GetValueKind() == JsonValueKind.String).Select(entry => entry.GetValue<string>()))
        : FieldSpecials.None;
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Schema.Snapshots.Columns;

/// <summary>A column that is there → the part of a document that tells of it.</summary>
internal static class ColumnPart
{
    /// <summary>The default of a column as a model tells it.</summary>
    public static JsonNode? Default(Field field, ColumnSchema column) => DefaultExpression.Told(column) ?? Whole(SchemaJson.Default(field, column));

    public static JsonObject Of(Field field, ColumnSchema column) => new()
    {
        ["name"] = column.Name,
        ["table"] = field.Collection,
        ["data_type"] = column.DataType,
        ["default_value"] = Default(field, column),
        ["max_length"] = column.MaxLength,
        ["numeric_precision"] = column.Precision,
        ["numeric_scale"] = column.Scale,
        ["is_nullable"] = column.Nullable,
        ["is_unique"] = column.Unique,
        ["is_indexed"] = column.Indexed,
        ["is_primary_key"] = column.PrimaryKey,
        ["is_generated"] = column.Generated,
        ["generation_expression"] = column.GenerationExpression,
        ["has_auto_increment"] = column.AutoIncrement,
        ["foreign_key_table"] = column.ForeignKey?.Table,
        ["foreign_key_column"] = column.ForeignKey?.Column,
    };

    // Parsed to its end at once, as several calls may read it at the same time.
    private static JsonNode? Whole(JsonNode? node) => node switch
    {
        JsonObject parts => new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, Whole(part.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Whole)]),
        _ => node?.DeepClone(),
    };
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Schema;

/// <summary>Collections, fields and relations in the shape of the API.</summary>
internal static class SchemaJson
{
    // What PostgreSQL answers; clients compare it, and SQLite has nothing to say instead.
    private const string SchemaName = "public";

    public static JsonObject Of(Collection collection) => new()
    {
        ["collection"] = collection.Name,
        ["meta"] = collection.Meta?.DeepClone(),
        ["schema"] = new JsonObject { ["schema"] = SchemaName, ["name"] = collection.Name, ["comment"] = collection.Comment },
    };

    public static JsonObject OfFolder(JsonObject meta) => new()
    {
        ["collection"] = meta["collection"]?.DeepClone(),
        ["meta"] = meta.DeepClone(),
        ["schema"] = null,
    };

    public static JsonObject Of(Field field) => new()
    {
        ["collection"] = field.Collection,
        ["field"] = field.Name,
        ["type"] = field.Type.ToApi(),
        ["meta"] = field.Meta?.DeepClone(),
        ["schema"] = field.Column is { } column ? Of(field, column) : null,
    };

    public static JsonObject Of(Relation relation) => new()
    {
        ["collection"] = relation.ManyCollection,
        ["field"] = relation.ManyField,
        ["related_collection"] = relation.OneCollection,
        ["schema"] = relation.ForeignKey is { } key ? new JsonObject
        {
            ["constraint_name"] = key.Name,
            ["table"] = relation.ManyCollection,
            ["column"] = relation.ManyField,
            ["foreign_key_schema"] = SchemaName,
            ["foreign_key_table"] = key.Table,
            ["foreign_key_column"] = key.Column,
            ["on_update"] = key.OnUpdate,
            ["on_delete"] = key.OnDelete,
        } : null,
        ["meta"] = relation.Meta?.DeepClone(),
    };

    private static JsonObject Of(Field field, ColumnSchema column) => new()
    {
        ["name"] = column.Name,
        ["table"] = field.Collection,
        ["data_type"] = column.DataType,
        ["default_value"] = Default(field, column),
        ["generation_expression"] = column.GenerationExpression,
        ["max_length"] = column.MaxLength,
        ["numeric_precision"] = column.Precision,
        ["numeric_scale"] = column.Scale,
        ["is_generated"] = column.Generated,
        ["is_nullable"] = column.Nullable,
        ["is_unique"] = column.Unique,
        ["is_indexed"] = column.Indexed,
        ["is_primary_key"] = column.PrimaryKey,
        ["has_auto_increment"] = column.AutoIncrement,
        ["foreign_key_schema"] = column.ForeignKey is null ? null : SchemaName,
        ["foreign_key_table"] = column.ForeignKey?.Table,
        ["foreign_key_column"] = column.ForeignKey?.Column,
        ["comment"] = column.Comment,
    };

    /// <summary>The default of a column as the API prints it.</summary>
    public static JsonNode? Default(Field field, ColumnSchema column) => column.Default switch
    {
        null => null,
        string text when field.Type == FieldType.Json => Json(text),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        var other => JsonValue.Create(other.ToString()),
    };

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            // An expression, such as json_build_object().
            return JsonValue.Create(text);
        }
    }
}

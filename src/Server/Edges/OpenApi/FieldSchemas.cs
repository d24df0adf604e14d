using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Schema;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>The values of fields → schemas.</summary>
/// <param name="visible">What the caller may read.</param>
/// <param name="refer">Refers to the items of a collection.</param>
internal sealed class FieldSchemas(VisibleSchema visible, Func<string, IOpenApiSchema?> refer)
{
    public IOpenApiSchema Of(Field field)
    {
        if (visible.ToOne(field) is { } one) return ToOne(field, one);
        if (visible.ToMany(field) is { } many) return ToMany(many);
        return Value(field, IsNullable(field));
    }

    /// <summary>The key of a collection, as it stands in addresses.</summary>
    public static OpenApiSchema Key(Field field) => Value(field, nullable: false);

    // The key, or the item itself as deep as it was asked for.
    private OpenApiSchema ToOne(Field field, Relation relation)
    {
        var forms = new List<IOpenApiSchema> { Value(field, IsNullable(field)) };
        forms.AddRange(relation.OneCollection is { } one ? Items(one) : visible.Targets(relation).SelectMany(Items));
        return new OpenApiSchema { OneOf = forms, Description = Note(field) };
    }

    private OpenApiSchema ToMany(Relation relation)
    {
        var key = visible.Schema[relation.ManyCollection].PrimaryKey;
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Array | JsonSchemaType.Null,
            Items = new OpenApiSchema { OneOf = [Value(key, nullable: false), .. Items(relation.ManyCollection)] },
        };
    }

    private IEnumerable<IOpenApiSchema> Items(string collection) => refer(collection) is { } reference ? [reference] : [];

    private static OpenApiSchema Value(Field field, bool nullable)
    {
        var schema = field.Type switch
        {
            FieldType.Integer => Of(JsonSchemaType.Integer, "int32"),
            FieldType.Float => Of(JsonSchemaType.Number, "double"),
            FieldType.Boolean => Of(JsonSchemaType.Boolean),
            // Exact numbers are texts.
            FieldType.BigInteger => Of(JsonSchemaType.String, "int64"),
            FieldType.Decimal => Of(JsonSchemaType.String, "decimal"),
            FieldType.Date => Of(JsonSchemaType.String, "date"),
            FieldType.Time => Of(JsonSchemaType.String, "partial-time"),
            FieldType.DateTime => Of(JsonSchemaType.String, "local-date-time"),
            FieldType.Timestamp => Of(JsonSchemaType.String, "date-time"),
            FieldType.Uuid => Of(JsonSchemaType.String, "uuid"),
            FieldType.Binary => Of(JsonSchemaType.String, "byte"),
            FieldType.Csv => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(JsonSchemaType.String) },
            FieldType.Geometry or >= FieldType.GeometryPoint => Of(JsonSchemaType.Object),
            FieldType.Json or FieldType.Alias or FieldType.Unknown => new OpenApiSchema(),
            _ => Of(JsonSchemaType.String),
        };
        if (nullable && schema.Type is { } type) schema.Type = type | JsonSchemaType.Null;
        if (field is { Type: FieldType.String, Column.MaxLength: { } longest and > 0 }) schema.MaxLength = longest;
        if (Default(field) is { } usual) schema.Default = usual;
        schema.Description = Note(field);
        schema.ReadOnly = field.Column is { Generated: true };
        return schema;
    }

    // An expression of the database is a text, which may be the default of a text all the same.
    private static JsonNode? Default(Field field) => field.Column is { AutoIncrement: false, Default: { } value } column
        && (value is not string || field.Type is FieldType.String or FieldType.Text)
        ? SchemaJson.Default(field, column)?.DeepClone()
        : null;

    private static OpenApiSchema Of(JsonSchemaType type, string? format = null) => new() { Type = type, Format = format };

    private static bool IsNullable(Field field) => field.Column is not { Nullable: false };

    // What begins so is a key of the app's own texts.
    private static string? Note(Field field) =>
        (string?)field.Meta?["note"] is { } note && !note.StartsWith("$t:", StringComparison.Ordinal) ? note : null;
}

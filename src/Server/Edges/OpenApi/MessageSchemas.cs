using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>Messages of the contract → schemas of what REST takes, under the same names.</summary>
/// <param name="comments">The comments of the contract, by full names.</param>
internal sealed class MessageSchemas(IReadOnlyDictionary<string, string> comments)
{
    private const int MostDepth = 4;

    /// <summary>The fields of a request but for those that stand in the address.</summary>
    public OpenApiSchema Of(MessageDescriptor message, IEnumerable<string> elsewhere) => Of(message, [.. elsewhere], 0);

    /// <summary>One field.</summary>
    public OpenApiSchema Of(FieldDescriptor field) => Of(field, 0);

    private OpenApiSchema Of(MessageDescriptor message, HashSet<string> elsewhere, int depth)
    {
        var properties = new Dictionary<string, IOpenApiSchema>();
        foreach (var field in message.Fields.InDeclarationOrder())
            if (!elsewhere.Contains(field.Name)) properties[field.Name] = Of(field, depth);
        return new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties };
    }

    private OpenApiSchema Of(FieldDescriptor field, int depth)
    {
        if (field.IsMap) return new OpenApiSchema { Type = JsonSchemaType.Object, Description = Comment(field) };
        var value = Value(field, depth);
        if (!field.IsRepeated)
        {
            value.Description = Comment(field);
            return value;
        }

        return new OpenApiSchema { Type = JsonSchemaType.Array, Items = value, Description = Comment(field) };
    }

    private OpenApiSchema Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FieldType.Double or FieldType.Float => new OpenApiSchema { Type = JsonSchemaType.Number },
        FieldType.Int32 or FieldType.SInt32 or FieldType.UInt32 or FieldType.Fixed32 or FieldType.SFixed32 or FieldType.Int64 or FieldType.UInt64
            or FieldType.SInt64 => new OpenApiSchema { Type = JsonSchemaType.Integer },
        FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte" },
        FieldType.Enum => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Words(field.EnumType) },
        FieldType.Message => OfMessage(field.MessageType, depth),
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private OpenApiSchema OfMessage(MessageDescriptor message, int depth) => message.FullName switch
    {
        "google.protobuf.Struct" => new OpenApiSchema { Type = JsonSchemaType.Object },
        "google.protobuf.Value" => new OpenApiSchema(),
        "google.protobuf.ListValue" => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema() },
        "google.protobuf.Timestamp" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        _ when depth >= MostDepth => new OpenApiSchema { Type = JsonSchemaType.Object },
        _ => Of(message, [], depth + 1),
    };

    // MODE_JSON of the enum Mode is `json` to Directus.
    private static List<JsonNode> Words(EnumDescriptor words)
    {
        var prefix = string.Concat(words.Name.Select((letter, i) =>
            char.IsUpper(letter) && i > 0 ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}")) + "_";
        return [.. words.Values.Where(value => !value.Name.EndsWith("UNSPECIFIED", StringComparison.Ordinal))
            .Select(value =>
                (JsonNode)(value.Name.StartsWith(prefix, StringComparison.Ordinal) ? value.Name[prefix.Length..] : value.Name).ToLowerInvariant())];
    }

    private string? Comment(FieldDescriptor field) => comments.GetValueOrDefault(field.FullName);
}

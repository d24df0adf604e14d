using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>What all operations share: the parameters of queries, the envelope of errors, and how tokens are given.</summary>
internal static class SharedParts
{
    public const string Error = "Error";
    public const string Meta = "x-metadata";

    private static readonly string[] OfOne = ["fields", "deep", "alias", "backlink", "version"];

    private static readonly (string Name, string Description, OpenApiSchema Schema, string Example)[] Queries =
    [
        ("fields", "Which fields are told; with dots into relations, `*` for all of one level.", List(), "id,title,author.name"),
        ("filter", "Which items are told, as JSON.", new() { Type = JsonSchemaType.Object }, """{"status":{"_eq":"published"}}"""),
        ("search", "A text that some field of the item contains.", new() { Type = JsonSchemaType.String }, "fish"),
        ("sort", "The order of the items; `-` turns it round.", List(), "-date_created,title"),
        ("limit", "How many items; -1 for all.", new() { Type = JsonSchemaType.Integer, Minimum = "-1" }, "25"),
        ("offset", "How many items are left out at first.", new() { Type = JsonSchemaType.Integer, Minimum = "0" }, "0"),
        ("page", "Which page of `limit` items, from 1.", new() { Type = JsonSchemaType.Integer, Minimum = "1" }, "1"),
        ("meta", "Which counts are told: `total_count`, `filter_count` or `*`.", new() { Type = JsonSchemaType.String }, "*"),
        ("deep", "Queries of relations, as JSON.", new() { Type = JsonSchemaType.Object }, """{"comments":{"_limit":5}}"""),
        ("alias", "Other names of fields in the answer, as JSON.", new() { Type = JsonSchemaType.Object }, """{"all":"comments"}"""),
        ("aggregate", "Values of all items or of groups, as JSON: a function and its fields.", new() { Type = JsonSchemaType.Object },
            """{"count":["*"]}"""),
        ("groupBy", "The fields by which items are grouped.", List(), "status"),
        ("export", "A file to download instead of an answer.", Choice("csv", "csv_utf8", "json", "xml", "yaml"), "csv"),
        ("version", "The content version of the item.", new() { Type = JsonSchemaType.String }, "draft"),
        ("backlink", "Whether wildcards lead back to where they came from.", new() { Type = JsonSchemaType.Boolean }, "false"),
    ];

    public static void AddTo(OpenApiDocument document)
    {
        var components = document.Components!;
        foreach (var (name, description, schema, example) in Queries)
        {
            var parameter = new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description };
            // What is JSON in a query string is told so.
            if (schema.Type == JsonSchemaType.Object)
                parameter.Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/json"] = new OpenApiMediaType
                    {
                        Schema = schema,
                        Example = JsonNode.Parse(example)
                    }
                };
            else (parameter.Schema, parameter.Explode, parameter.Example) = (schema, false, Example(schema, example));
            components.Parameters![name] = parameter;
        }

        components.Schemas![Meta] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["total_count"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Description = "Items of the collection that the caller may read."
                },
                ["filter_count"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Items of them that the filter matches." },
            },
        };
        components.Schemas[Error] = ErrorSchema();
        components.Responses![Error] = new OpenApiResponse
        {
            Description = "Refused: nothing was changed.",
            Content = Json(new OpenApiSchemaReference(Error, document)),
        };
        components.SecuritySchemes!["Bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access token of `/auth/login`, or the static token of a user.",
        };
        components.SecuritySchemes["Query"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Query, Name = "access_token", Description = "The same in the query string.",
        };
    }

    /// <summary>The parameters of a read of many items, or of one.</summary>
    public static IEnumerable<IOpenApiParameter> Query(OpenApiDocument document, bool one) =>
        Queries.Where(query => !one || OfOne.Contains(query.Name)).Where(query => one || query.Name != "version")
            .Select(query => new OpenApiParameterReference(query.Name, document));

    public static Dictionary<string, IOpenApiMediaType> Json(IOpenApiSchema schema) =>
        new() { ["application/json"] = new OpenApiMediaType { Schema = schema } };

    private static OpenApiSchema ErrorSchema() => Object(("errors", new OpenApiSchema
    {
        Type = JsonSchemaType.Array,
        Items = Object(("message", new OpenApiSchema { Type = JsonSchemaType.String }), ("extensions", Object(("code", new OpenApiSchema
        {
            Type = JsonSchemaType.String, Enum = [.. ErrorCodes.All.Keys.Order(StringComparer.Ordinal).Select(code => (JsonNode)code)],
        })))),
    }));

    private static OpenApiSchema Object(params (string Name, IOpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties.ToDictionary(property => property.Name, property => property.Schema),
        Required = properties.Select(property => property.Name).ToHashSet(),
    };

    private static JsonNode Example(OpenApiSchema schema, string text) => schema.Type switch
    {
        JsonSchemaType.Array => new JsonArray([.. text.Split(',').Select(part => (JsonNode)part)]),
        JsonSchemaType.Integer or JsonSchemaType.Boolean => JsonNode.Parse(text)!,
        _ => JsonValue.Create(text),
    };

    private static OpenApiSchema List() => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiSchema Choice(params string[] values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };
}

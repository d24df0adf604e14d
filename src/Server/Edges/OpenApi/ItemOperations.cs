using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>What is done to the items of one collection, on its addresses: as far as the caller may.</summary>
internal sealed class ItemOperations(OpenApiDocument document, CollectionSchemas schemas)
{
    public void AddTo(OpenApiPaths paths, Collection collection, string path)
    {
        var (name, item) = (schemas.Names[collection.Name], schemas.Refer(collection.Name)!);
        var many = new OpenApiPathItem { Operations = [] };
        Add(many, HttpMethod.Get, AccessAction.Read, "read", collection.Singleton ? "the item" : "items", read =>
        {
            read.Parameters = [.. SharedParts.Query(document, one: collection.Singleton)];
            read.Responses = Answers(collection.Singleton ? item : Array(item), meta: !collection.Singleton);
        });
        if (!collection.Singleton) Add(many, HttpMethod.Post, AccessAction.Create, "create", "one item or many", create =>
        {
            (create.Parameters, create.RequestBody) = ([.. SharedParts.Query(document, one: true)], Body(OneOrMany(item)));
            create.Responses = Answers(OneOrMany(item));
        });
        Add(many, HttpMethod.Patch, AccessAction.Update, "update", collection.Singleton ? "the item" : "items", update =>
        {
            update.Parameters = [.. SharedParts.Query(document, one: true)];
            update.RequestBody = Body(collection.Singleton ? item : new OpenApiSchema { OneOf = [Array(item), Chosen(collection, item)] });
            update.Responses = Answers(collection.Singleton ? item : Array(item));
        });
        if (!collection.Singleton) Add(many, HttpMethod.Delete, AccessAction.Delete, "delete", "items", delete =>
            (delete.RequestBody, delete.Responses) = (Body(new OpenApiSchema
            {
                OneOf = [Array(FieldSchemas.Key(collection.PrimaryKey)),
                Chosen(collection, null)]
            }), Done()));
        if (many.Operations.Count > 0) paths[path] = many;
        if (!collection.Singleton) AddOne(paths, collection, $"{path}/{{id}}", item);

        void Add(OpenApiPathItem to, HttpMethod method, AccessAction action, string verb, string what, Action<OpenApiOperation> fill)
        {
            if (!schemas.May(collection.Name, action)) return;
            to.Operations![method] = Operation(name, verb + name, $"{char.ToUpperInvariant(verb[0])}{verb[1..]} {what} of {collection.Name}.", fill);
        }
    }

    private void AddOne(OpenApiPaths paths, Collection collection, string path, IOpenApiSchema item)
    {
        var name = schemas.Names[collection.Name];
        var key = new OpenApiParameter
        {
            Name = "id", In = ParameterLocation.Path, Required = true, Description = "The primary key.",
            Schema = FieldSchemas.Key(collection.PrimaryKey),
        };
        var one = new OpenApiPathItem { Operations = [], Parameters = [key] };
        if (schemas.May(collection.Name, AccessAction.Read)) one.Operations[HttpMethod.Get] = Operation(name, $"readSingle{name}",
            $"Read one item of {collection.Name}.", read =>
            (read.Parameters, read.Responses) = ([.. SharedParts.Query(document, one: true)], Answers(item)));
        if (schemas.May(collection.Name, AccessAction.Update)) one.Operations[HttpMethod.Patch] = Operation(name, $"updateSingle{name}",
            $"Update one item of {collection.Name}.", update =>
            (update.Parameters, update.RequestBody, update.Responses) = ([.. SharedParts.Query(document, one: true)], Body(item), Answers(item)));
        if (schemas.May(collection.Name, AccessAction.Delete)) one.Operations[HttpMethod.Delete] = Operation(name, $"deleteSingle{name}",
            $"Delete one item of {collection.Name}.", delete => delete.Responses = Done());
        if (one.Operations.Count > 0) paths[path] = one;
    }

    private OpenApiOperation Operation(string tag, string id, string summary, Action<OpenApiOperation> fill)
    {
        var operation = new OpenApiOperation { OperationId = id, Summary = summary, Tags = new HashSet<OpenApiTagReference> { new(tag, document) } };
        fill(operation);
        operation.Responses!["4XX"] = new OpenApiResponseReference(SharedParts.Error, document);
        return operation;
    }

    private OpenApiResponses Answers(IOpenApiSchema data, bool meta = false)
    {
        var envelope = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["data"] = data } };
        if (meta) envelope.Properties["meta"] = new OpenApiSchemaReference(SharedParts.Meta, document);
        var done = new OpenApiResponse { Description = "Done.", Content = SharedParts.Json(envelope) };
        // Who may write and not read is told nothing more.
        return new OpenApiResponses { ["200"] = done, ["204"] = new OpenApiResponse { Description = "Done; what was written may not be read." } };
    }

    private static OpenApiResponses Done() => new() { ["204"] = new OpenApiResponse { Description = "Done." } };

    private static OpenApiRequestBody Body(IOpenApiSchema schema) => new() { Required = true, Content = SharedParts.Json(schema) };

    private static OpenApiSchema OneOrMany(IOpenApiSchema item) => new() { OneOf = [item, Array(item)] };

    private static OpenApiSchema Array(IOpenApiSchema item) => new() { Type = JsonSchemaType.Array, Items = item };

    // By keys or by a query, with what all of them are given.
    private static OpenApiSchema Chosen(Collection collection, IOpenApiSchema? data)
    {
        var chosen = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["keys"] = Array(FieldSchemas.Key(collection.PrimaryKey)), ["query"] = new OpenApiSchema { Type = JsonSchemaType.Object },
            },
            AdditionalPropertiesAllowed = false,
        };
        if (data is not null) (chosen.Properties["data"], chosen.Required) = (data, new HashSet<string> { "data" });
        return chosen;
    }
}

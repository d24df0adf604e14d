using System.Collections.Frozen;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>What the contract has beside items: an operation for each route, told in the words of the contract.</summary>
internal sealed class ContractOperations(OpenApiDocument document, FrozenDictionary<string, string> comments)
{
    private const string Query = "directus.common.v1.Query";
    private const string Old = "directus.legacy.v1";

    private readonly MessageSchemas _messages = new(comments);
    // Beside those of items.
    private readonly HashSet<string> _ids = [.. document.Paths.Values.SelectMany(path => path.Operations!.Values)
        .Select(operation => operation.OperationId!)];

    public void AddTo(OpenApiPaths paths, ApiRoute route)
    {
        if (!paths.TryGetValue(route.Path, out var found)) paths[route.Path] = found = new OpenApiPathItem { Operations = [] };
        if (!found.Operations!.TryAdd(route.Method, Of(route))) throw new InvalidOperationException($"{route.Method} {route.Path} is there twice.");
    }

    private OpenApiOperation Of(ApiRoute route)
    {
        var comment = comments.GetValueOrDefault(route.Rpc.FullName) ?? "";
        var operation = new OpenApiOperation
        {
            OperationId = Unique(char.ToLowerInvariant(route.Rpc.Name[0]) + route.Rpc.Name[1..]),
            Summary = FirstSentence(comment),
            Description = comment,
            Tags = new HashSet<OpenApiTagReference> { new(TagOf(route.Rpc.Service), document) },
            Parameters = [.. route.Parameters.Select(name => InPath(route.Rpc.InputType, name))],
            Responses = new OpenApiResponses
            {
                ["200"] = new OpenApiResponse { Description = "Done.", Content = SharedParts.Json(Answer(route)) },
                ["4XX"] = new OpenApiResponseReference(SharedParts.Error, document),
            },
        };
        if (route.TakesBody) operation.RequestBody = new OpenApiRequestBody { Content = Body(route) };
        else if (route.Method == HttpMethod.Get) AddQuery(operation, route);
        return operation;
    }

    /// <summary>The name under which the operations of a service stand.</summary>
    public static string TagOf(Google.Protobuf.Reflection.ServiceDescriptor service) =>
        service.File.Package == Old ? "API v1.1" : service.Name.Replace("Service", "", StringComparison.Ordinal);

    private void AddQuery(OpenApiOperation operation, ApiRoute route)
    {
        foreach (var field in route.Rpc.InputType.Fields.InDeclarationOrder().Where(field => !route.Parameters.Contains(field.Name)))
        {
            if (field.FieldType != FieldType.Message) operation.Parameters!.Add(new OpenApiParameter
            {
                Name = field.Name, In = ParameterLocation.Query, Description = comments.GetValueOrDefault(field.FullName),
                Schema = _messages.Of(field),
            });
            else if (field.MessageType.FullName == Query)
                foreach (var parameter in SharedParts.Query(document, one: route.Parameters.Any())) operation.Parameters!.Add(parameter);
        }
    }

    // What the old API takes as JSON it takes as a form too.
    private Dictionary<string, IOpenApiMediaType> Body(ApiRoute route)
    {
        if (!IsOld(route)) return SharedParts.Json(_messages.Of(route.Rpc.InputType, route.Parameters));
        var open = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } };
        return new Dictionary<string, IOpenApiMediaType> { ["application/json"] = open, ["application/x-www-form-urlencoded"] = open };
    }

    private OpenApiSchema Answer(ApiRoute route) => IsOld(route)
        ? _messages.Of(route.Rpc.OutputType, [])
        : new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["data"] = new OpenApiSchema() } };

    private static bool IsOld(ApiRoute route) => route.Rpc.File.Package == Old;

    private OpenApiParameter InPath(MessageDescriptor message, string name) => new()
    {
        Name = name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Description = message.FindFieldByName(name) is { } field ? comments.GetValueOrDefault(field.FullName) : null,
    };

    private string Unique(string id)
    {
        var unique = id;
        for (var number = 2; !_ids.Add(unique); number++) unique = $"{id}{number}";
        return unique;
    }

    private static string FirstSentence(string comment)
    {
        var end = comment.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? comment : comment[..(end + 1)];
    }
}

using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.GraphQL.Answers;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Fixed;
using Directus.Grpc.Server.Kernel;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>The way of a request: parse, bound, validate against what the caller may see, execute, answer.</summary>
internal sealed class GraphQLRunner(GraphQLSchemas schemas, ErrorTranslator errors, IOptions<GraphQLOptions> options)
{
    // Each field of the root is read by itself, one after the other: a request holds one connection, however much it asks for.
    private static readonly DocumentExecuter Executer = new(new GraphQLDocumentBuilder(), new DocumentValidator(),
        new DefaultExecutionStrategySelector([new ExecutionStrategyRegistration(new SerialExecutionStrategy(), OperationType.Query)]), []);

    private static readonly GraphQLDocumentBuilder Documents = new();

    public async Task RunAsync(HttpCall http, Caller caller, GraphQLScope scope, GraphQLRequest request, CancellationToken cancellation)
    {
        var document = Parse(request.Query);
        var bounds = new DocumentBounds(document);
        var operation = Operation(document, request.OperationName);
        if (operation is not null)
        {
            if (request.ReadOnly && operation.Operation != OperationType.Query) throw GraphQLRequests.NotAllowed("GET", "POST");
            if (operation.Operation == OperationType.Subscription) throw DocumentRefusals.Of("Subscriptions are not answered over HTTP.");
            bounds.Check(operation);
            await PayAsync(http.Http, bounds.RootFields(operation).Count(), cancellation);
            if (operation.Operation == OperationType.Mutation) RequireOnce(bounds.RootFields(operation));
        }

        var schema = schemas.For(caller, scope);
        if (operation is { Operation: OperationType.Mutation } && schema.Mutation is null) throw DocumentRefusals.Of("There is nothing to change.");
        var result = await Executer.ExecuteAsync(Options(http, caller, schema, document, request, cancellation));
        cancellation.ThrowIfCancellationRequested();
        if (!result.Executed) throw DocumentRefusals.Of(result.Errors ?? [], options.Value.Introspection);
        http.Json(json => new AnswerWriter(json, error => errors.Errors(error, http.Http)).Write(result));
    }

    private ExecutionOptions Options(HttpCall http, Caller caller, ISchema schema, GraphQLDocument document, GraphQLRequest request,
        CancellationToken cancellation) => new()
        {
            Schema = schema,
            Document = document,
            OperationName = request.OperationName,
            Variables = VariableValues.Of(request.Variables),
            UserContext = new GraphQLCall(http, caller).AsContext(),
            ValidationRules = options.Value.Introspection ? null : [.. DocumentValidator.CoreRules, NoIntrospectionValidationRule.Instance],
            CancellationToken = cancellation,
        };

    private GraphQLDocument Parse(string query)
    {
        try
        {
            DocumentBounds.RequireFewTokens(query, options.Value.TokenLimit);
            return Documents.Build(query);
        }
        catch (GraphQLSyntaxErrorException error)
        {
            throw DocumentRefusals.Of(error);
        }
        catch (SyntaxError error)
        {
            throw DocumentRefusals.Of([error], hints: true);
        }
        catch (GraphQLMaxDepthExceededException error)
        {
            throw DocumentRefusals.Of(error.Message);
        }
    }

    // Where calls are counted, each thing that is asked for is one, as it would be over REST. The first is paid for.
    private static ValueTask PayAsync(HttpContext http, int fields, CancellationToken cancellation) =>
        fields > 1 && http.Features.Get<CallMeter>() is { } meter ? meter.TakeAsync(fields - 1, cancellation) : default;

    private static void RequireOnce(IEnumerable<GraphQLField> fields)
    {
        foreach (var same in fields.Where(field => SystemRoots.IsOnce(field.Name.StringValue)).GroupBy(field => field.Name.StringValue))
            if (same.Count() > 1) throw DocumentRefusals.Of($"\"{same.Key}\" is asked for more than once.");
    }

    private static GraphQLOperationDefinition? Operation(GraphQLDocument document, string? name) =>
        document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault(operation => name is null || operation.Name?.StringValue == name);
}

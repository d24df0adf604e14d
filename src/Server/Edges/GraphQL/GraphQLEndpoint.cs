using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Microsoft.AspNetCore.Http.Features;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>The two addresses. GraphQL is a language of its own rather than a shape of the RPCs, so they are routes of their own;
/// who calls, how bodies are read and how refusals look is as everywhere over HTTP.</summary>
internal sealed class GraphQLEndpoint(CallEntry entry, GraphQLRunner runner, ErrorTranslator errors, HttpOptions options, QueryCache queries)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/graphql", http => AnswerAsync(http, GraphQLScope.Items));
        routes.Map("/graphql/system", http => AnswerAsync(http, GraphQLScope.System));
    }

    private async Task AnswerAsync(HttpContext http, GraphQLScope scope)
    {
        var call = new HttpCall(http, http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), options, queries);
        // Any answer may hold tokens.
        TokenReplies.Guard(call);
        try
        {
            var caller = await entry.OfRestAsync(http, http.RequestAborted);
            var request = await GraphQLRequests.ReadAsync(call, http.RequestAborted);
            await runner.RunAsync(call, caller, scope, request, http.RequestAborted);
        }
        catch (Exception error)
        {
            errors.Answer(call, error);
        }

        try
        {
            await call.FinishAsync();
        }
        finally
        {
            await call.DropAsync();
        }
    }
}

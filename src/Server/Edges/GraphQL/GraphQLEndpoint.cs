using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Logins;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>The two addresses. GraphQL is a language of its own rather than a shape of the RPCs, so they are routes of their own;
/// who calls, how bodies are read and how refusals look is as everywhere over HTTP.</summary>
internal sealed class GraphQLEndpoint(CallEntry entry, GraphQLRunner runner, HttpCalls calls)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/graphql", http => AnswerAsync(http, GraphQLScope.Items));
        routes.Map("/graphql/system", http => AnswerAsync(http, GraphQLScope.System));
    }

    private Task AnswerAsync(HttpContext http, GraphQLScope scope) => calls.AnswerAsync(http, async call =>
    {
        // Any answer may hold tokens.
        TokenReplies.Guard(call);
        var caller = await entry.OfHttpAsync(http, http.RequestAborted);
        var request = await GraphQLRequests.ReadAsync(call, http.RequestAborted);
        await runner.RunAsync(call, caller, scope, request, http.RequestAborted);
    });
}

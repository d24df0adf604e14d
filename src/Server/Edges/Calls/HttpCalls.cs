using Directus.Grpc.Server.Edges.Calls.Queries;
using Microsoft.AspNetCore.Http.Features;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Runs what answers a call over HTTP, and sends its answer or its refusal.</summary>
internal sealed class HttpCalls(HttpOptions options, QueryCache queries, ErrorTranslator errors)
{
    public async Task AnswerAsync(HttpContext http, Func<HttpCall, Task> answer)
    {
        var call = new HttpCall(http, http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), options, queries);
        try
        {
            await answer(call);
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

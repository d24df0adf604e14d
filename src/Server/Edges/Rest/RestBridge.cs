using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>Wraps one transcoded endpoint: transcoding finds the RPC and binds the path, all else is Directus' REST.</summary>
internal sealed class RestBridge(RouteEndpointBuilder endpoint, bool takesBody)
{
    private readonly RequestDelegate _transcode = endpoint.RequestDelegate!;
    private readonly HttpCalls _calls = endpoint.ApplicationServices.GetRequiredService<HttpCalls>();

    public Task InvokeAsync(HttpContext http) => _calls.AnswerAsync(http, TranscodeAsync);

    private async Task TranscodeAsync(HttpCall call)
    {
        var (http, features) = (call.Http, call.Http.Features);
        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        features.Set(call);
        features.Set<IHttpResponseBodyFeature>(DiscardedBody.Instance);
        features.Set<IQueryFeature>(NoQuery.Instance);
        try
        {
            RawPath.DecodeValues(http, endpoint.RoutePattern);
            if (takesBody) HideBody(http.Request);
            await _transcode(http);
        }
        finally
        {
            features.Set(body);
        }

        // Transcoding keeps what fails before the RPC to itself: only values of the path are bound then.
        if (!call.Answered) call.Fail([new DirectusError(call.Entered ? ErrorCodes.InternalServerError : ErrorCodes.InvalidPayload)]);
    }

    private static void HideBody(HttpRequest request)
    {
        request.Body = new EmptyObject();
        if (request.ContentType != "application/json") request.ContentType = "application/json";
    }

    // Hides the query from transcoding, which would bind keys such as `filter` to fields of messages.
    private sealed class NoQuery : IQueryFeature
    {
        public static NoQuery Instance { get; } = new();

        public IQueryCollection Query
        {
            get => QueryCollection.Empty;
            set => throw new NotSupportedException("The query is read from the query string.");
        }
    }
}

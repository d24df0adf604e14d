using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>Wraps one transcoded endpoint: transcoding finds the RPC and binds the path, all else is Directus' REST.</summary>
internal sealed class RestBridge
{
    private readonly RequestDelegate _transcode;
    private readonly RouteEndpointBuilder _endpoint;
    private readonly HttpOptions _options;
    private readonly QueryCache _queries;
    private readonly ErrorTranslator _errors;
    private readonly bool _takesBody;

    public RestBridge(RouteEndpointBuilder endpoint, bool takesBody)
    {
        _endpoint = endpoint;
        _transcode = endpoint.RequestDelegate!;
        _takesBody = takesBody;
        _options = endpoint.ApplicationServices.GetRequiredService<HttpOptions>();
        _queries = endpoint.ApplicationServices.GetRequiredService<QueryCache>();
        _errors = endpoint.ApplicationServices.GetRequiredService<ErrorTranslator>();
    }

    public async Task InvokeAsync(HttpContext http)
    {
        var features = http.Features;
        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var call = new HttpCall(http, body, _options, _queries);
        features.Set(call);
        features.Set<IHttpResponseBodyFeature>(DiscardedBody.Instance);
        features.Set<IQueryFeature>(NoQuery.Instance);
        try
        {
            RawPath.DecodeValues(http, _endpoint.RoutePattern);
            if (_takesBody) HideBody(http.Request);
            await _transcode(http);
        }
        catch (Exception error)
        {
            _errors.Answer(call, error);
        }
        finally
        {
            features.Set(body);
        }

        try
        {
            if (!call.Answered) call.Fail([Unanswered(call)]);
            await call.FinishAsync();
        }
        finally
        {
            await call.DropAsync();
        }
    }

    private static void HideBody(HttpRequest request)
    {
        request.Body = new EmptyObject();
        if (request.ContentType != "application/json") request.ContentType = "application/json";
    }

    // Transcoding keeps what fails before the RPC to itself: only values of the path are bound then.
    private static DirectusError Unanswered(HttpCall call) => new(call.Entered ? ErrorCodes.InternalServerError : ErrorCodes.InvalidPayload);
}

using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>What stands before the endpoints: headers of every answer, HEAD, and the routes that there are not.</summary>
internal sealed class RestPipeline(Authenticator authenticator, ErrorTranslator errors, HttpOptions options, AllowedOrigins origins,
    IOtherServer? other = null)
{
    /// <summary>Before routing.</summary>
    public async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        try
        {
            if (GrpcWeb.IsForeign(http, origins, options.PublicUrl)) await GrpcWeb.RefuseAsync(http);
            else if (HttpMethods.IsHead(http.Request.Method)) await HeadAsync(http, next);
            else await next(http);
        }
        catch (Exception error) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await Refusal.AnswerAsync(http, errors.Errors(error, http));
        }
    }

    /// <summary>After routing.</summary>
    public Task RouteAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Items.Count > 0 && http.Items.Remove(typeof(RestPipeline))) http.Request.Method = HttpMethods.Head;
        if (HttpMethods.IsOptions(http.Request.Method) && http.GetEndpoint() is { } asked && !TakesAnyMethod(asked))
            return TellMethodsAsync(http, asked);
        // Where only the method does not fit, routing has chosen an endpoint of its own, which is no route either.
        return http.GetEndpoint() is RouteEndpoint ? next(http) : UnknownAsync(http);
    }

    private static bool TakesAnyMethod(Endpoint endpoint) =>
        endpoint is RouteEndpoint && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is null;

    // OPTIONS asks what a route takes, and needs no login. A browser's question comes this far where no other site may call.
    private static async Task TellMethodsAsync(HttpContext http, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { } told) http.Response.Headers.Allow = string.Join(", ", told.HttpMethods);
        // Routing's own, for methods that do not fit: all it does is to say which do.
        else await endpoint.RequestDelegate!(http);
        http.Response.StatusCode = StatusCodes.Status200OK;
        await http.Response.WriteAsync(http.Response.Headers.Allow.ToString(), http.RequestAborted);
    }

    // HEAD is GET without the body, which Kestrel leaves out; routing alone has to take it for GET.
    private static Task HeadAsync(HttpContext http, RequestDelegate next)
    {
        http.Request.Method = HttpMethods.Get;
        http.Items[typeof(RestPipeline)] = true;
        return next(http);
    }

    private async Task UnknownAsync(HttpContext http)
    {
        if (GrpcWeb.IsGrpc(http))
        {
            GrpcWeb.Unimplemented(http);
            return;
        }

        if (other is not null && await other.AnswersAsync(http)) return;
        // A bad token is refused before a route is looked for.
        await authenticator.AuthenticateAsync(CallToken.OfHttp(http, options.SessionCookie), Principal.Public, http.RequestAborted);
        var path = RawPath.Path(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        await Refusal.AnswerAsync(http, DirectusException.RouteNotFound(path));
    }
}

using System.Diagnostics;
using Directus.Grpc.Server.Hosting.Logs;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>A span for each request, REST or gRPC, by the names of OpenTelemetry. It goes on with the trace of its caller
/// (`traceparent`), and tells no value of a query.</summary>
internal sealed class EdgeSpans(TraceBudget? budget)
{
    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        Tracing.On && budget?.Allows(http.Request.Headers.TraceParent) != false ? TraceAsync(http, next) : next(http);

    private static async Task TraceAsync(HttpContext http, RequestDelegate next)
    {
        var (method, headers) = (http.Request.Method, http.Request.Headers);
        using var span = Tracing.StartServer(method, headers.TraceParent, headers.TraceState);
        if (span is null)
        {
            await next(http);
            return;
        }

        try
        {
            await next(http);
        }
        finally
        {
            Describe(span, http, method);
        }
    }

    private static void Describe(System.Diagnostics.Activity span, HttpContext http, string method)
    {
        if (!span.IsAllDataRequested) return;
        // An endpoint that was found and not entered is none of this request.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (route is not null) span.DisplayName = $"{method} {route}";
        var status = http.Response.StatusCode;
        span.SetTag("http.request.method", method);
        span.SetTag("url.path", http.Request.Path.Value);
        if (route is not null) span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (RequestLog.RpcStatus(http) is { } code)
        {
            span.DisplayName = http.Request.Path.Value?.TrimStart('/') ?? method;
            span.SetTag("rpc.system", "grpc");
            span.SetTag("rpc.grpc.status_code", (int)code);
            if (code is global::Grpc.Core.StatusCode.Internal or global::Grpc.Core.StatusCode.Unknown or global::Grpc.Core.StatusCode.Unavailable)
                span.SetStatus(ActivityStatusCode.Error);
        }

        if (status >= 500) span.SetStatus(ActivityStatusCode.Error);
    }
}

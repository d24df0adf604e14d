using System.Diagnostics.Metrics;
using Directus.Grpc.Server.Hosting.Telemetry;

namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>What went to the other server, for OTLP and, where it is switched on, for Prometheus.</summary>
internal sealed class MovingMetrics(ServiceMetrics? prometheus = null)
{
    private static readonly Meter Moving = new("Directus.Grpc.Moving");

    private static readonly Counter<long> Calls = Moving.CreateCounter<long>("directus.fallback.calls",
        description: "Calls that the server of FALLBACK_URL was asked, for want of a route.");

    private static readonly string[] CallLabels = ["route", "result"];

    private readonly ForwardedRoutes _routes = new();

    public void Forwarded(HttpContext http, bool answered)
    {
        var route = _routes.Name(http.Request.Path.Value ?? "/", answered && http.Response.StatusCode != StatusCodes.Status404NotFound);
        var result = answered ? "answered" : "failed";
        Calls.Add(1, new("route", route), new("result", result));
        prometheus?.Count("fallback_calls", "Calls that the server of FALLBACK_URL was asked", CallLabels, route, result);
    }
}

using System.Diagnostics.Metrics;
using Directus.Grpc.Server.Hosting.Telemetry;

namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>What went to the other server, for OTLP and, where it is switched on, for Prometheus.</summary>
internal sealed class MovingMetrics(ServiceMetrics? prometheus = null)
{
    /// <summary>What became of a comparison.</summary>
    public const string Same = "same", Different = "different", Failed = "failed", Dropped = "dropped";

    private static readonly Meter Moving = new("Directus.Grpc.Moving");

    private static readonly Counter<long> Calls = Moving.CreateCounter<long>("directus.fallback.calls",
        description: "Calls that the server of FALLBACK_URL was asked, for want of a route.");

    private static readonly Counter<long> Reads = Moving.CreateCounter<long>("directus.compare.reads",
        description: "Reads that the server of COMPARE_WITH was asked as well.");

    private static readonly string[] Labels = ["route", "result"];

    private readonly ForwardedRoutes _routes = new();

    public void Forwarded(HttpContext http, bool answered)
    {
        var route = _routes.Name(http.Request.Path.Value ?? "/", answered && http.Response.StatusCode != StatusCodes.Status404NotFound);
        var result = answered ? "answered" : Failed;
        Calls.Add(1, new("route", route), new("result", result));
        prometheus?.Count("fallback_calls", "Calls that the server of FALLBACK_URL was asked", Labels, route, result);
    }

    public void Compared(string route, string result)
    {
        Reads.Add(1, new("route", route), new("result", result));
        prometheus?.Count("compare_reads", "Reads that the server of COMPARE_WITH was asked as well", Labels, route, result);
    }
}

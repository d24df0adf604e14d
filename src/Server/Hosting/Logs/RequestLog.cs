using System.Collections.Frozen;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>A line for each request once it is answered.</summary>
internal sealed class RequestLog(IOptions<LogOptions> options, ILoggerFactory loggers, TimeProvider time)
{
    private readonly ILogger _logger = loggers.CreateLogger("Directus.Grpc.Requests");

    private readonly FrozenSet<string> _ignored = options.Value.HttpIgnorePaths
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private long _last;

    public bool Enabled => _logger.IsEnabled(LogLevel.Information);

    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        _ignored.Count > 0 && _ignored.Contains(http.Request.Path.Value ?? "/") ? next(http) : TellAsync(http, next);

    private async Task TellAsync(HttpContext http, RequestDelegate next)
    {
        var (start, method) = (time.GetTimestamp(), http.Request.Method);
        try
        {
            await next(http);
        }
        finally
        {
            Tell(http, method, time.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private void Tell(HttpContext http, string method, double milliseconds)
    {
        var url = Redaction.OfUrl(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var line = new RequestLine(Interlocked.Increment(ref _last), http, method, url, RpcStatus(http), milliseconds);
        _logger.Log(LogLevel.Information, default, line, null, static (request, _) => request.Text);
    }

    // Answers of gRPC are 200 in HTTP whatever became of the call.
    public static StatusCode? RpcStatus(HttpContext http)
    {
        if (http.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true) return null;
        if (http.Features.Get<IServerCallContextFeature>() is { } call) return call.ServerCallContext.Status.StatusCode;
        // Refused before the call began.
        return int.TryParse(http.Response.Headers["grpc-status"], out var code) ? (StatusCode)code : StatusCode.Unknown;
    }
}

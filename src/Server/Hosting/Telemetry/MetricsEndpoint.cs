using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>`/metrics`, for administrators and for who shows one of the tokens.</summary>
internal sealed class MetricsEndpoint(ServiceMetrics metrics, CallEntry entry, IOptions<MetricsOptions> options)
{
    private const string Scheme = "Metrics ";

    private readonly byte[][] _tokens =
        [.. options.Value.Tokens.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes)];

    public async Task InvokeAsync(HttpContext http)
    {
        if (!await MayReadAsync(http)) throw DirectusException.Forbidden();
        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        using var text = new MemoryStream();
        await metrics.WriteAsync(text, http.RequestAborted);
        http.Response.ContentLength = text.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(text.GetBuffer().AsMemory(0, (int)text.Length), http.RequestAborted);
    }

    private async ValueTask<bool> MayReadAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString() is var shown && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            var token = Encoding.UTF8.GetBytes(shown[Scheme.Length..].Trim());
            return Array.Exists(_tokens, known => CryptographicOperations.FixedTimeEquals(known, token));
        }

        return (await entry.OfHttpAsync(http, http.RequestAborted)).Principal.Admin;
    }
}

using System.Globalization;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>A message that is none of its type is the caller's fault. The library reads the message of a call before any of our
/// code runs, and when it cannot, it answers UNKNOWN, which no other call here ends with.</summary>
internal sealed class UnreadableMessages(ILogger<UnreadableMessages> logger)
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";
    private static readonly string Unknown = ((int)StatusCode.Unknown).ToString(CultureInfo.InvariantCulture);

    public static DirectusException Refusal() => DirectusException.InvalidPayload("The message is not of the type that the call takes");

    /// <summary>Around the calls of gRPC.</summary>
    public Task RunAsync(HttpContext http, RequestDelegate next) => GrpcWeb.IsGrpc(http) ? WatchAsync(http, next) : next(http);

    private async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var head = http.Response.Headers;
        if (http.Response.HasStarted || head[StatusHeader] is not [{ } status] || status != Unknown) return;
        Log.UnreadableMessage(logger, http.Request.Path);
        var refusal = RpcStatus.Of(Refusal().Errors);
        head[StatusHeader] = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        head[MessageHeader] = Uri.EscapeDataString(refusal.Status.Detail);
        foreach (var entry in refusal.Trailers.Where(entry => entry.IsBinary)) head[entry.Key] = Convert.ToBase64String(entry.ValueBytes);
    }
}

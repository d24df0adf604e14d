using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>FALLBACK_URL: what there is no route for goes on to the server that this one takes the place of. What a route of ours has
/// refused never comes here.</summary>
internal sealed class Fallback(IHttpForwarder forwarder, ForwardedCall form, MovingMetrics metrics, IOptions<MovingOptions> options,
    IOptions<ListenOptions> listen, IHostApplicationLifetime life, ILogger<Fallback> logger) : IOtherServer, IDisposable
{
    // How long nothing may come or go; a call may take longer than that.
    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromSeconds(100) };

    private readonly HttpMessageInvoker _client = new(OtherServerHttp.Handler());
    private readonly string _address = options.Value.FallbackUrl!.TrimEnd('/');

    public async Task<bool> AnswersAsync(HttpContext http)
    {
        if (http.Connection.LocalPort == listen.Value.GrpcPort && !listen.Value.Tls) return false;
        if (Hop.IsMarked(http))
        {
            MovingLog.Loop(logger, MovingOptions.FallbackName);
            return false;
        }

        // How much may be sent is for the other one to say.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        http.Response.Headers[ForwardedCall.Mark] = "1";
        var error = await forwarder.SendAsync(http, _address, _client, Patience, form, IsUpgrade(http) ? life.ApplicationStopping : default);
        metrics.Forwarded(http, answered: error == ForwarderError.None);
        if (error == ForwarderError.None || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested) return true;
        throw Refusal(http, error);
    }

    public void Dispose() => _client.Dispose();

    // Sockets would keep a server that is told to stop.
    private static bool IsUpgrade(HttpContext http) => http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
        || http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    private DirectusException Refusal(HttpContext http, ForwarderError error)
    {
        if (error == ForwarderError.RequestBodyClient) return DirectusException.InvalidPayload("The body of the request cannot be read");
        MovingLog.Away(logger, error.ToString(), http.Features.Get<IForwarderErrorFeature>()?.Exception?.Message ?? "");
        return DirectusException.OtherServerAway();
    }
}

using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Outbound;

/// <summary>The way to addresses that callers name. No cookies, no proxy (which would do the connecting in our place), no
/// other schemes than http and https, and a bound on redirects.</summary>
internal sealed class OutboundHttp : IDisposable
{
    private readonly HttpClient _client;

    public OutboundHttp(IOptions<OutboundOptions> options) : this(options.Value, new GuardedConnection(DenyList.Parse(options.Value.DenyList)))
    {
    }

    public OutboundHttp(OutboundOptions options, GuardedConnection connection)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = (context, cancellation) => connection.ConnectAsync(context.DnsEndPoint, cancellation),
            AllowAutoRedirect = options.MaxRedirects > 0,
            MaxAutomaticRedirections = Math.Max(1, options.MaxRedirects),
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
        // The answer is read as a stream, which a timeout of the client does not cover: callers bound the whole.
        _client = new HttpClient(handler) { Timeout = options.Timeout };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("directus-grpc");
    }

    /// <summary>Whether it is an address that can be asked at all.</summary>
    public static bool TryParse(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!) && address.Scheme is "http" or "https" && address.Host.Length > 0;

    /// <summary>Asks for the head of an answer; its body is still to be read. Redirects have been followed.</summary>
    public Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellation) =>
        _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public void Dispose() => _client.Dispose();
}

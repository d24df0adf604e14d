namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>The way to the providers. Their addresses are of the configuration, and nobody leads from them elsewhere.</summary>
internal sealed class ProviderHttp : IDisposable
{
    // A profile or a document of keys; nothing there is large.
    private const int LargestAnswer = 1024 * 1024;

    public ProviderHttp(TimeSpan patience)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        Client = new HttpClient(handler) { Timeout = patience, MaxResponseContentBufferSize = LargestAnswer };
        // Some refuse programs without a name.
        Client.DefaultRequestHeaders.UserAgent.ParseAdd("directus-grpc");
    }

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();
}

using System.Text;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>Sends requests as they are written: no redirects, no cookies of its own, no tidied paths.</summary>
internal sealed class HttpSender(Uri server) : IDisposable
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        // A connection for each request keeps a broken answer from spoiling the next one.
        PooledConnectionLifetime = TimeSpan.Zero,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public async Task<HttpReply> SendAsync(Request request)
    {
        var uri = new Uri(server.GetLeftPart(UriPartial.Authority) + server.AbsolutePath.TrimEnd('/') + request.Target, AsWritten);
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), uri);
        if (request.Body is not null) message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, value) in request.Headers) Add(message, name, value);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");

        using var reply = await http.SendAsync(message);
        var headers = new Dictionary<string, string>();
        foreach (var (name, values) in reply.Headers.NonValidated.Concat(reply.Content.Headers.NonValidated))
            headers[name.ToLowerInvariant()] = values.Last();
        return new((int)reply.StatusCode, headers, await reply.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => http.Dispose();

    private static void Add(HttpRequestMessage message, string name, string value)
    {
        if (message.Headers.TryAddWithoutValidation(name, value)) return;
        message.Content ??= new ByteArrayContent([]);
        message.Content.Headers.Remove(name);
        message.Content.Headers.TryAddWithoutValidation(name, value);
    }
}

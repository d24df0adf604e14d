using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Hosting.Proxies;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>What becomes of the headers of a call that goes on to the other server, and of its answer.</summary>
internal sealed class ForwardedCall(IOptions<ListenOptions> listen, IOptions<ProxyOptions> proxies, IOptions<TokenOptions> tokens) : HttpTransformer
{
    /// <summary>Tells that the other server has answered, or should have.</summary>
    public const string Mark = "X-Directus-Grpc-Fallback";

    private const string Forwarded = "X-Forwarded-";
    private const string Cors = "Access-Control-";

    // Where proxies state whom they call for. Only what this server knows by itself is told.
    private static readonly string[] Claims = ["Forwarded", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP"];

    private readonly Uri? _public = listen.Value.PublicUrl is { Length: > 1 } url ? new Uri(url) : null;

    private readonly string? _stated = bool.TryParse(proxies.Value.Header, out _) ? null : proxies.Value.Header;

    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var headers = proxyRequest.Headers;
        headers.Host = null;
        foreach (var name in headers.Select(header => header.Key).Where(IsClaim).ToArray()) headers.Remove(name);
        var caller = httpContext.Connection.RemoteIpAddress is { } address ? StatedAddress.Plain(address).ToString() : null;
        if (caller is not null) headers.TryAddWithoutValidation($"{Forwarded}For", caller);
        if (caller is not null && _stated is not null) headers.TryAddWithoutValidation(_stated, caller);
        headers.TryAddWithoutValidation($"{Forwarded}Proto", _public?.Scheme ?? httpContext.Request.Scheme);
        headers.TryAddWithoutValidation($"{Forwarded}Host", _public?.Authority ?? httpContext.Request.Host.Value);
        Hop.Mark(proxyRequest);
    }

    public override ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse,
        CancellationToken cancellationToken)
    {
        if (proxyResponse is null) return base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        var headers = proxyResponse.Headers;
        headers.Remove(Mark);
        // Which pages may call this server is said by this server.
        foreach (var name in headers.Select(header => header.Key).Where(IsCors).ToArray()) headers.Remove(name);
        if (headers.TryGetValues(HeaderNames.SetCookie, out var cookies))
        {
            var kept = cookies.Select(Kept).ToArray();
            headers.Remove(HeaderNames.SetCookie);
            headers.TryAddWithoutValidation(HeaderNames.SetCookie, kept);
        }

        // A page of the other one has the policy that it was made for; where it has none, ours holds.
        foreach (var (name, _) in headers) httpContext.Response.Headers.Remove(name);
        return base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
    }

    private bool IsClaim(string name) => name.StartsWith(Forwarded, StringComparison.OrdinalIgnoreCase)
        || Claims.Contains(name, StringComparer.OrdinalIgnoreCase) || string.Equals(name, _stated, StringComparison.OrdinalIgnoreCase);

    private static bool IsCors(string name) => name.StartsWith(Cors, StringComparison.OrdinalIgnoreCase);

    // Cookies of logins are good for this server as well, so they are as well kept as its own.
    private string Kept(string text)
    {
        if (!SetCookieHeaderValue.TryParse(text, out var cookie)) return text;
        var ours = new[] { tokens.Value.SessionCookie, tokens.Value.RefreshCookie }.FirstOrDefault(known => cookie.Name == known.Name);
        if (ours is null) return text;
        cookie.HttpOnly = true;
        cookie.Secure |= ours.Secure;
        cookie.SameSite = (Microsoft.Net.Http.Headers.SameSiteMode)ours.SameSite;
        return cookie.ToString();
    }
}

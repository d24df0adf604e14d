using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Finds the token of a call. gRPC has it in the metadata only; REST also in the query or in a cookie, and both
/// of the former beat the latter.</summary>
internal static class CallToken
{
    public static string? OfHeader(HttpContext http)
    {
        const string scheme = "Bearer ";
        foreach (var header in http.Request.Headers.Authorization)
        {
            if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) continue;
            var token = header.AsSpan(scheme.Length).Trim();
            // What has more words is not of this scheme, and as good as none.
            return token.IsEmpty || token.Contains(' ') ? null : token.ToString();
        }

        return null;
    }

    public static string? OfHttp(HttpContext http, string sessionCookie) => OfHttp(http, sessionCookie, out _);

    /// <param name="http">The call.</param>
    /// <param name="sessionCookie">Name of the session cookie.</param>
    /// <param name="ofCookie">Whether the token is that of the cookie.</param>
    public static string? OfHttp(HttpContext http, string sessionCookie, out bool ofCookie)
    {
        ofCookie = false;
        var header = OfHeader(http);
        var query = DirectusQueryString.AccessToken(http.Request.QueryString.Value);
        if (header is not null && query is not null)
            throw DirectusException.InvalidPayload("The request uses more than one method for including an access token");
        if ((header ?? query) is { } given) return given;
        if (http.Request.Headers.Cookie.Count == 0 || http.Request.Cookies[sessionCookie] is not { Length: > 0 } cookie) return null;
        ofCookie = true;
        return cookie;
    }
}

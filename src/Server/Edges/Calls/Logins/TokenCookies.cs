using Directus.Grpc.Server.Auth;

namespace Directus.Grpc.Server.Edges.Calls.Logins;

/// <summary>The cookies in which browsers keep tokens, out of reach of scripts.</summary>
internal sealed class TokenCookies(HttpContext http, TokenOptions options, AccessTokens accessTokens)
{
    public string? RefreshToken => Value(options.RefreshCookie);

    /// <summary>The session that the session cookie's access token is bound to.</summary>
    public string? Session =>
        Value(options.SessionCookie) is { } token && accessTokens.TryRead(token, out var claims) ? claims.Session : null;

    public void Set(IssuedTokens tokens)
    {
        if (tokens.Mode == LoginMode.Cookie) Append(options.RefreshCookie, tokens.RefreshToken, options.RefreshTokenTtl);
        if (tokens.Mode == LoginMode.Session) Append(options.SessionCookie, tokens.AccessToken, options.SessionCookieTtl);
    }

    public void Clear(LoginMode mode)
    {
        if (mode == LoginMode.Json) return;
        var cookie = mode == LoginMode.Cookie ? options.RefreshCookie : options.SessionCookie;
        http.Response.Cookies.Delete(cookie.Name, Form(cookie));
    }

    /// <summary>Takes back a session cookie that is good for nothing any more.</summary>
    public static void ClearSession(HttpContext http, TokenOptions options) =>
        http.Response.Cookies.Delete(options.SessionCookie.Name, Form(options.SessionCookie));

    private void Append(TokenCookieOptions cookie, string token, TimeSpan life)
    {
        var form = Form(cookie);
        form.MaxAge = life;
        http.Response.Cookies.Append(cookie.Name, token, form);
    }

    private string? Value(TokenCookieOptions cookie) => http.Request.Cookies[cookie.Name] is { Length: > 0 } value ? value : null;

    private static CookieOptions Form(TokenCookieOptions cookie) => new()
    {
        HttpOnly = true,
        Secure = cookie.Secure,
        SameSite = cookie.SameSite,
        Domain = cookie.Domain,
        Path = "/",
    };
}

using Directus.Grpc.Auth.V1;
using Directus.Grpc.Server.Auth;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls.Logins;

/// <summary>Answers tokens: over gRPC all of them, over REST those that the mode does not put into a cookie.</summary>
internal sealed class TokenReplies(IOptions<TokenOptions> options, AccessTokens accessTokens)
{
    public TokenCookies Cookies(HttpCall http) => new(http.Http, options.Value, accessTokens);

    /// <summary>Answers that may hold tokens are kept by nobody on the way.</summary>
    public static void Guard(HttpCall? http)
    {
        if (http is null) return;
        http.Http.Response.Headers.CacheControl = "no-store";
        http.Http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    public Tokens Answer(HttpCall? http, IssuedTokens tokens)
    {
        if (http is null)
        {
            return new Tokens
            {
                AccessToken = tokens.AccessToken,
                RefreshToken = tokens.RefreshToken,
                Expires = (long)tokens.Lifetime.TotalMilliseconds,
            };
        }

        Cookies(http).Set(tokens);
        http.Data(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("expires", (long)tokens.Lifetime.TotalMilliseconds);
            if (tokens.Mode == LoginMode.Json) json.WriteString("refresh_token", tokens.RefreshToken);
            if (tokens.Mode != LoginMode.Session) json.WriteString("access_token", tokens.AccessToken);
            json.WriteEndObject();
        });
        return new Tokens();
    }
}

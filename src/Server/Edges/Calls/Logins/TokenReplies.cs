using Directus.Grpc.Auth.V1;
using Directus.Grpc.Server.Auth;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls.Logins;

/// <summary>Answers tokens: over gRPC all of them, over REST those that the mode does not put into a cookie.</summary>
internal sealed class TokenReplies(IOptions<TokenOptions> options, AccessTokens accessTokens)
{
    public TokenCookies Cookies(HttpCall rest) => new(rest.Http, options.Value, accessTokens);

    /// <summary>Answers that may hold tokens are kept by nobody on the way.</summary>
    public static void Guard(HttpCall? rest)
    {
        if (rest is null) return;
        rest.Http.Response.Headers.CacheControl = "no-store";
        rest.Http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    public Tokens Answer(HttpCall? rest, IssuedTokens tokens)
    {
        if (rest is null)
        {
            return new Tokens
            {
                AccessToken = tokens.AccessToken,
                RefreshToken = tokens.RefreshToken,
                Expires = (long)tokens.Lifetime.TotalMilliseconds,
            };
        }

        Cookies(rest).Set(tokens);
        rest.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteNumber("expires", (long)tokens.Lifetime.TotalMilliseconds);
            if (tokens.Mode == LoginMode.Json) json.WriteString("refresh_token", tokens.RefreshToken);
            if (tokens.Mode != LoginMode.Session) json.WriteString("access_token", tokens.AccessToken);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        return new Tokens();
    }
}

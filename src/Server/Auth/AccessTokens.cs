using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Directus.Grpc.Server.Auth;

/// <summary>Issues and checks access tokens: JSON web tokens with the claims of Directus, so that servers of both kinds
/// accept each other's when they share a secret.</summary>
internal sealed class AccessTokens
{
    public const string Issuer = "directus";

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly SigningCredentials _credentials;
    private readonly TokenValidationParameters _rules;
    private readonly TimeProvider _time;

    public AccessTokens(IOptions<TokenOptions> options, TimeProvider time)
    {
        _time = time;
        var key = new SymmetricSecurityKey(KeyOf(options.Value.Secret));
        _credentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        _rules = RulesFor(key);
    }

    /// <summary>What every token of ours keeps, whatever it is for.</summary>
    public static TokenValidationParameters RulesFor(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        ValidIssuer = Issuer,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ValidateAudience = false,
        ValidateLifetime = false, // checked by the server's clock and without tolerance
    };

    public string Issue(AccessTokenClaims claims, TimeSpan lifetime)
    {
        using var payload = new MemoryStream();
        using (var json = new Utf8JsonWriter(payload))
        {
            var now = _time.GetUtcNow();
            json.WriteStartObject();
            if (claims.User is { } user) json.WriteString("id", user);
            if (claims.Role is { } role) json.WriteString("role", role); else json.WriteNull("role");
            json.WriteBoolean("app_access", claims.App);
            json.WriteBoolean("admin_access", claims.Admin);
            if (claims.Share is { } share) json.WriteString("share", share);
            if (claims.Session is { } session) json.WriteString("session", session);
            if (claims.Mark is { } mark) json.WriteString("sid", mark);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + lifetime).ToUnixTimeSeconds());
            json.WriteString("iss", Issuer);
            json.WriteEndObject();
        }

        return _handler.CreateToken(Encoding.UTF8.GetString(payload.ToArray()), _credentials);
    }

    /// <summary>False when the text is none of these tokens, and so may be a static one. Throws INVALID_TOKEN for one
    /// that claims to be but cannot be trusted, and TOKEN_EXPIRED.</summary>
    public bool TryRead(string text, [NotNullWhen(true)] out AccessTokenClaims? claims)
    {
        claims = null;
        if (!TryParse(text, out var token) || token.Issuer != Issuer) return false;
        claims = Trusted(token);
        return true;
    }

    private AccessTokenClaims Trusted(JsonWebToken token)
    {
        // Nothing is awaited inside: the key is at hand.
        var result = _handler.ValidateTokenAsync(token, _rules).GetAwaiter().GetResult();
        if (!result.IsValid) throw new DirectusException(ErrorCodes.InvalidToken);

        var claims = new AccessTokenClaims
        {
            User = IdOf(token, "id"),
            Share = IdOf(token, "share"),
            Session = token.TryGetPayloadValue<string>("session", out var session) ? session : null,
            Mark = token.TryGetPayloadValue<string>("sid", out var mark) ? mark : null,
            Expires = new DateTimeOffset(token.ValidTo, TimeSpan.Zero),
        };
        // Tokens for other purposes (a mailed link to reset a password) are signed with the same secret.
        var forAccess = (claims.User is null) != (claims.Share is null) && !token.TryGetPayloadValue<object>("scope", out _);
        var now = _time.GetUtcNow();
        if (!forAccess || token.ValidTo == DateTime.MinValue || token.ValidFrom > now.UtcDateTime)
            throw new DirectusException(ErrorCodes.InvalidToken);
        if (claims.Expires <= now) throw new DirectusException(ErrorCodes.TokenExpired);
        return claims;
    }

    private static Guid? IdOf(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) && Guid.TryParseExact(text, "D", out var id) ? id : null;

    private static bool TryParse(string text, [NotNullWhen(true)] out JsonWebToken? token)
    {
        token = null;
        if (text.AsSpan().Count('.') != 2) return false;
        try
        {
            token = new JsonWebToken(text);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenMalformedException)
        {
            return false;
        }
    }

    // HMAC pads a short key with zeros itself, so the padding changes no signature; the library asks for 256 bits.
    public static byte[] KeyOf(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        if (bytes.Length < 32) Array.Resize(ref bytes, 32);
        return bytes;
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>Signs id tokens, right ones and wrong ones.</summary>
internal sealed class IdTokens(string issuer)
{
    private readonly RsaSecurityKey key = NewKey();
    private readonly RsaSecurityKey otherKey = NewKey();

    /// <summary>The document of keys.</summary>
    public object Keys
    {
        get
        {
            var known = key.Rsa.ExportParameters(false);
            return new
            {
                keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(known.Modulus),
                e = Base64UrlEncoder.Encode(known.Exponent) } }
            };
        }
    }

    public string Issue(Persona persona, string nonce, string accessToken)
    {
        var fault = persona.Fault;
        var now = TimeProvider.System.GetUtcNow();
        var begin = fault switch { Fault.Expired => now.AddHours(-2), Fault.FutureToken => now.AddHours(2), _ => now };
        var claims = new Dictionary<string, object>
        {
            ["iss"] = fault == Fault.OtherIssuer ? "https://other.example.com" : issuer,
            ["aud"] = fault == Fault.OtherAudience ? "another-client" : IdentityProvider.ClientId,
            ["sub"] = persona.Subject,
            ["iat"] = begin.ToUnixTimeSeconds(),
            ["nbf"] = begin.ToUnixTimeSeconds(),
            ["exp"] = begin.AddHours(1).ToUnixTimeSeconds(),
            ["at_hash"] = HalfHash(fault == Fault.OtherAccessToken ? "another" : accessToken),
        };
        if (fault != Fault.NoNonce) claims["nonce"] = fault == Fault.OtherNonce ? "another" : nonce;
        return Sign(JsonSerializer.Serialize(claims), fault);
    }

    private string Sign(string claims, Fault fault)
    {
        var handler = new JsonWebTokenHandler();
        return fault switch
        {
            Fault.NoSignature => handler.CreateToken(claims),
            Fault.OtherKey => handler.CreateToken(claims, new SigningCredentials(otherKey, SecurityAlgorithms.RsaSha256)),
            Fault.ClientSecretAsKey => handler.CreateToken(claims,
                new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(IdentityProvider.ClientSecret)),
                    SecurityAlgorithms.HmacSha256)),
            _ => handler.CreateToken(claims, new SigningCredentials(key, SecurityAlgorithms.RsaSha256)),
        };
    }

    private static string HalfHash(string text) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(text))[..16]);

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = "one" };
}

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>Seals an attempt for the browser that keeps it: nobody can read it, change it, or use it after a while. Its keys
/// are its own, so that it is no token for anything else.</summary>
internal sealed class AttemptSeal
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly SigningCredentials _signature;
    private readonly EncryptingCredentials _encryption;
    private readonly TokenValidationParameters _rules;
    private readonly TimeProvider _time;

    public AttemptSeal(IOptions<TokenOptions> options, TimeProvider time)
    {
        _time = time;
        var secret = AccessTokens.KeyOf(options.Value.Secret);
        var signatureKey = new SymmetricSecurityKey(Derive(secret, 32, "login attempt, signature"u8));
        var encryptionKey = new SymmetricSecurityKey(Derive(secret, 64, "login attempt, encryption"u8));
        _signature = new SigningCredentials(signatureKey, SecurityAlgorithms.HmacSha256);
        _encryption = new EncryptingCredentials(encryptionKey, JwtConstants.DirectKeyUseAlg, SecurityAlgorithms.Aes256CbcHmacSha512);
        _rules = new TokenValidationParameters
        {
            IssuerSigningKey = signatureKey,
            TokenDecryptionKey = encryptionKey,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256, SecurityAlgorithms.Aes256CbcHmacSha512],
            ValidateIssuer = false, // the keys are known here only
            ValidateAudience = false,
            ValidateLifetime = false, // checked by the server's clock
        };
    }

    public string Seal(SsoAttempt attempt) => _handler.CreateToken(JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["attempt"] = attempt,
        ["exp"] = (_time.GetUtcNow() + Lifetime).ToUnixTimeSeconds(),
    }), _signature, _encryption);

    /// <summary>The attempt; null for a text that is none, or one too old.</summary>
    public SsoAttempt? Open(string text)
    {
        // Nothing is awaited inside: the keys are at hand.
        var result = _handler.ValidateTokenAsync(text, _rules).GetAwaiter().GetResult();
        if (!result.IsValid || result.SecurityToken is not JsonWebToken outer) return null;
        var token = outer.InnerToken ?? outer;
        if (token.ValidTo <= _time.GetUtcNow().UtcDateTime) return null;
        return token.TryGetPayloadValue<JsonElement>("attempt", out var attempt) ? attempt.Deserialize<SsoAttempt>() : null;
    }

    private static byte[] Derive(byte[] secret, int length, ReadOnlySpan<byte> purpose)
    {
        var key = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, [], purpose);
        return key;
    }
}

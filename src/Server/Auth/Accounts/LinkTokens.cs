using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>The tokens in mailed links. Each is bound to one purpose and to the account as it was: whatever the link changes
/// (password, status), or an administrator in between (address), ends it. So it works once, and nothing has to be kept.</summary>
internal sealed class LinkTokens
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly SigningCredentials _credentials;
    private readonly TokenValidationParameters _rules;
    private readonly byte[] _key;
    private readonly TimeProvider _time;

    public LinkTokens(IOptions<TokenOptions> options, TimeProvider time)
    {
        _time = time;
        _key = AccessTokens.KeyOf(options.Value.Secret);
        var key = new SymmetricSecurityKey(_key);
        _credentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        _rules = AccessTokens.RulesFor(key);
    }

    public string Issue(LinkPurpose purpose, UserRow user, TimeSpan lifetime)
    {
        var now = _time.GetUtcNow();
        return _handler.CreateToken(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["id"] = user.Id,
            ["scope"] = purpose.Scope,
            ["mark"] = Mark(purpose, user),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["iss"] = AccessTokens.Issuer,
        }), _credentials);
    }

    /// <summary>Whose link it is. Throws INVALID_TOKEN for what is none, TOKEN_EXPIRED, and FORBIDDEN for one that serves
    /// another purpose. Whether the account is still the same is asked of the result.</summary>
    public LinkClaims Read(LinkPurpose purpose, string text)
    {
        // Nothing is awaited inside: the key is at hand.
        var result = _handler.ValidateTokenAsync(text, _rules).GetAwaiter().GetResult();
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || token.ValidTo == DateTime.MinValue)
            throw new DirectusException(ErrorCodes.InvalidToken);
        if (token.ValidTo <= _time.GetUtcNow().UtcDateTime) throw new DirectusException(ErrorCodes.TokenExpired);
        if (!token.TryGetPayloadValue<string>("scope", out var scope) || scope != purpose.Scope) throw DirectusException.Forbidden();
        if (!token.TryGetPayloadValue<string>("id", out var id) || !Guid.TryParse(id, out var user) ||
            !token.TryGetPayloadValue<string>("mark", out var mark)) throw new DirectusException(ErrorCodes.InvalidToken);
        return new LinkClaims(user, mark);
    }

    /// <summary>Whether the account is still the one that the link was made for.</summary>
    public bool Fits(LinkPurpose purpose, LinkClaims claims, UserRow user) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(claims.Mark), Encoding.UTF8.GetBytes(Mark(purpose, user)));

    private string Mark(LinkPurpose purpose, UserRow user)
    {
        var state = JsonSerializer.SerializeToUtf8Bytes<string?[]>([purpose.Scope, user.Id.ToString(), user.Email, user.Password, user.Status]);
        return Base64Url.EncodeToString(HMACSHA256.HashData(_key, state).AsSpan(0, 18));
    }
}

/// <summary>What a mailed link says: whose it is, and a mark of the account as it was.</summary>
internal sealed record LinkClaims(Guid User, string Mark);

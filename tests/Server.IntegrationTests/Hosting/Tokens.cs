using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>Access tokens as another server with the same SECRET signs them.</summary>
internal static class Tokens
{
    public static string SignFor(string user, string secret, TimeSpan? life = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (life ?? TimeSpan.FromMinutes(10));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "directus",
            IssuedAt = expires < now ? expires.AddMinutes(-1) : now,
            NotBefore = null,
            Expires = expires,
            Claims = new Dictionary<string, object> { ["id"] = user, ["app_access"] = true, ["admin_access"] = false },
            SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), SecurityAlgorithms.HmacSha256),
        });
    }
}

using System.Security.Cryptography;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>A new secret for one-time passwords, and the address from which authenticator apps take it.</summary>
internal sealed record TwoFactorSecret(string Secret, string Url)
{
    /// <summary>The longest secret that is taken.</summary>
    public const int LongestText = 128;

    // As long as the digest of SHA-1, which RFC 4226 recommends.
    private const int Bytes = 20;

    public static TwoFactorSecret New(string project, string account)
    {
        var secret = Totp.Encode(RandomNumberGenerator.GetBytes(Bytes));
        var (issuer, name) = (Uri.EscapeDataString(project), Uri.EscapeDataString(account));
        return new TwoFactorSecret(secret, $"otpauth://totp/{issuer}:{name}?secret={secret}&period=30&digits=6&algorithm=SHA1&issuer={issuer}");
    }
}

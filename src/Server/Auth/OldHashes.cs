using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.Server.Kernel;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;

namespace Directus.Grpc.Server.Auth;

/// <summary>Hashes that other programs want: bcrypt as PHP writes it, and the SHAs. Only for users, and never for our own
/// passwords.</summary>
internal sealed class OldHashes(HashingTurns turns)
{
    public const int UsualCost = 10, LeastCost = 4, MostCost = 12;

    private const int SaltBytes = 16, MostBytes = 72;

    /// <summary>INVALID_PAYLOAD for more bytes than bcrypt looks at, and for a cost out of range.</summary>
    public Task<string> BcryptAsync(string text, int cost, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        // PHP would leave out what is behind them, so that two texts have one hash.
        if (bytes > MostBytes || text.Contains('\0')) throw DirectusException.InvalidPayload($"bcrypt takes {MostBytes} bytes, none of them 0");
        if (cost is < LeastCost or > MostCost) throw DirectusException.InvalidPayload($"The cost has to be between {LeastCost} and {MostCost}");
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return turns.RunAsync(() => OpenBsdBCrypt.Generate("2y", text.ToCharArray(), salt, cost), cancellation);
    }

    /// <summary>The digest in hexadecimal digits; null for a name of none.</summary>
    public static string? Digest(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var digest = name switch
        {
            "sha1" => SHA1.HashData(bytes),
            "sha224" => Sha224(bytes),
            "sha256" => SHA256.HashData(bytes),
            "sha384" => SHA384.HashData(bytes),
            "sha512" => SHA512.HashData(bytes),
            _ => null,
        };
        return digest is null ? null : Convert.ToHexStringLower(digest);
    }

    private static byte[] Sha224(byte[] bytes)
    {
        var digest = new Sha224Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return hash;
    }
}

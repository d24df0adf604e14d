using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;
using Org.BouncyCastle.Crypto.Generators;

namespace Directus.Grpc.Server.Auth;

/// <summary>AES-256-GCM with a key that scrypt makes of SECRET, anew for each value. Stored is
/// `1||scrypt||N||r||p||salt||nonce||ciphertext||tag`, the bytes in Base64.</summary>
internal sealed class SecretCipher(IOptions<TokenOptions> options) : IValueCipher
{
    private const int Cost = 16384;
    private const int BlockSize = 8;
    private const int Parallelism = 1;

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.Secret);

    public string Encrypt(string text)
    {
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(12));
        var plain = Encoding.UTF8.GetBytes(text);
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(SCrypt.Generate(_secret, salt, Cost, BlockSize, Parallelism, 32), tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return string.Create(CultureInfo.InvariantCulture, $"1||scrypt||{Cost}||{BlockSize}||{Parallelism}||") +
            string.Join("||", new[] { salt, nonce, cipher, tag }.Select(Convert.ToBase64String));
    }
}

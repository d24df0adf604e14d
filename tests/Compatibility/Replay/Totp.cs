using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>One-time passwords of RFC 6238, as authenticator apps show them.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Now(string secret)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // SHA-1 is what the RFC asks for.
        var mac = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in secret.ToUpperInvariant().TrimEnd('='))
        {
            bits = (bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }

        return [.. bytes];
    }
}

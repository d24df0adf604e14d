using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Directus.Grpc.Server.Auth;

/// <summary>Time-based one-time passwords (RFC 6238) as authenticator apps make them: SHA-1, 30 seconds, 6 digits.</summary>
internal static class Totp
{
    private const int Period = 30;
    private const int Codes = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether it is the code of this half minute, or of the one before or after: clocks differ.</summary>
    public static bool Matches(string secret, string otp, DateTimeOffset now)
    {
        if (otp.Length != 6 || !TryDecode(secret, out var key)) return false;
        var step = now.ToUnixTimeSeconds() / Period;
        var given = Encoding.ASCII.GetBytes(otp);
        var matches = false;
        for (var drift = -1; drift <= 1; drift++)
        {
            matches |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeAt(key, step + drift)));
        }

        return matches;
    }

    /// <summary>A secret as authenticator apps take it: base 32.</summary>
    public static string Encode(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder((key.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var next in key)
        {
            (buffer, bits) = (((buffer << 8) | next) & 0xfff, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
        }

        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    private static string CodeAt(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // RFC 6238's default, and what every authenticator app computes.
#pragma warning disable CA5350
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (number % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool TryDecode(string base32, out byte[] key)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var character in base32.TrimEnd('='))
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(character));
            if (value < 0)
            {
                key = [];
                return false;
            }

            buffer = ((buffer << 5) | value) & 0xfff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }

        key = [.. bytes];
        return key.Length > 0;
    }
}

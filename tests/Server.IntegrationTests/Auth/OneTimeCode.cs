using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>What an authenticator app shows.</summary>
internal static class OneTimeCode
{
    /// <summary>"1234567890" as apps take it.</summary>
    public const string Secret = "GEZDGNBVGY3TQOJQ";

    public static string Now()
    {
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238
        var hash = HMACSHA1.HashData(Encoding.ASCII.GetBytes("1234567890"), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace Directus.Grpc.Bench.Auth;

/// <summary>The hash of a password, at the costs that the server gives new ones, as often as the cores manage.</summary>
internal static class Argon2
{
    public static async Task<double> PerSecondAsync(string password, int seconds)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            var count = 0;
            for (; clock.Elapsed.TotalSeconds < seconds; count++) Hash(password, salt);
            return count;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static void Hash(string password, byte[] salt)
    {
        using var argon = new Argon2id(Encoding.UTF8.GetBytes(password)) { Salt = salt, MemorySize = 65_536, Iterations = 3, DegreeOfParallelism = 4 };
        argon.GetBytes(32);
    }
}

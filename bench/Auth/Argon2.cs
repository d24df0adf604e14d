using System.Diagnostics;
using System.Text;
using Geralt;

namespace Directus.Grpc.Bench.Auth;

/// <summary>The hash of a password, at the costs that the server gives new ones, as often as the cores manage.</summary>
internal static class Argon2
{
    public static async Task<double> PerSecondAsync(string password, int seconds)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            var count = 0;
            for (; clock.Elapsed.TotalSeconds < seconds; count++) Hash(password);
            return count;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static void Hash(string password)
    {
        Span<char> text = stackalloc char[Argon2id.HashSize];
        Argon2id.ComputeHash(text, Encoding.UTF8.GetBytes(password), 3, 64 << 20);
    }
}

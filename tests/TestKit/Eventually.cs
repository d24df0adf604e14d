using System.Diagnostics;
using Xunit;

namespace Directus.Grpc.TestKit;

/// <summary>For what happens soon, but not before a call returns.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task TrueAsync(Func<Task<bool>> holds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < Patience, $"It never came true that {what}.");
            await Task.Delay(20);
        }
    }
}

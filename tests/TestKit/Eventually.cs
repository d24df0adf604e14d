using System.Diagnostics;
using Xunit;

namespace Directus.Grpc.TestKit;

/// <summary>For what happens soon, but not before a call returns.</summary>
public static class Eventually
{
    /// <summary>How long a busy machine may take; only what fails waits for so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task TrueAsync(Func<bool> holds, string what) => TrueAsync(() => Task.FromResult(holds()), what);

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

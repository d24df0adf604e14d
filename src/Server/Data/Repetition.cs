namespace Directus.Grpc.Server.Data;

/// <summary>Work that failed only because others were quicker is done again: a few times, and not all at the same moment.</summary>
internal static class Repetition
{
    /// <summary>How often work is tried. What met others so often is better told so than tried on.</summary>
    public const int MostTries = 12;

    private const int LongestShift = 6;

    /// <summary>Waits before the next try, longer from time to time.</summary>
    public static Task PauseAsync(int tries, CancellationToken cancellation) =>
        Task.Delay(Random.Shared.Next(1, 8 << Math.Min(tries, LongestShift)), cancellation);
}

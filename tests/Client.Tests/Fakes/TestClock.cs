namespace Directus.Grpc.Client.Tests.Fakes;

/// <summary>A clock that moves when it is told to. Timers keep real time: only due dates are of interest here.</summary>
internal sealed class TestClock : TimeProvider
{
    private long seconds;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(Interlocked.Read(ref seconds));

    public void Advance(TimeSpan time) => Interlocked.Add(ref seconds, (long)time.TotalSeconds);
}

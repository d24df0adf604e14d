namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>Makes a call take a whole multiple of a given time, so that how long it took tells nothing of what it found.</summary>
internal readonly struct Stall(TimeProvider time, TimeSpan unit)
{
    private readonly long _start = time.GetTimestamp();

    public async Task EndAsync(CancellationToken cancellation)
    {
        var passed = time.GetElapsedTime(_start);
        var rest = unit - TimeSpan.FromTicks(passed.Ticks % unit.Ticks);
        await Task.Delay(rest, time, cancellation);
    }
}

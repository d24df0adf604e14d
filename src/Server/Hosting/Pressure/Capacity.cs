namespace Directus.Grpc.Server.Hosting.Pressure;

/// <summary>How many calls may be worked on at one time: as many as are answered in the time that each of them may take. Wherever they
/// would queue (for a thread, for the database), more of them would only wait.</summary>
/// <param name="time">That time; zero for no bound.</param>
/// <param name="least">How many may be in any case: some calls at once are no load.</param>
internal sealed class Capacity(TimeSpan time, int least)
{
    // What was answered in a busy moment counts for some more of them: a quiet one does not make the next burst a load.
    private const double Memory = 0.95;

    private double _perSecond;
    private int _calls = time > TimeSpan.Zero ? least : int.MaxValue;

    public int Calls => Volatile.Read(ref _calls);

    public void Observe(long answered, TimeSpan during)
    {
        if (time <= TimeSpan.Zero || during <= TimeSpan.Zero) return;
        _perSecond = Math.Max(answered / during.TotalSeconds, _perSecond * Memory);
        Volatile.Write(ref _calls, Math.Max(least, (int)Math.Min(int.MaxValue, _perSecond * time.TotalSeconds)));
    }
}

namespace Directus.Grpc.Server.Hosting.Pressure;

/// <summary>Lets calls in as long as there is no more to do than can be done soon. What can be done, and how much memory is left, is found
/// out by a thread of its own, which no queue holds up.</summary>
internal sealed class PressureGauge : IDisposable
{
    private const int CallsOfOneCore = 16;

    // What takes longer than so many samples is no work but waits: for the end of an upload, for news, to tell nothing by its time.
    private const int Samples = 4;

    private readonly PressureOptions _options;
    private readonly TimeProvider _time;
    private readonly Capacity _capacity;
    private readonly CallGroup[] _recent = [.. Enumerable.Range(0, Samples).Select(_ => new CallGroup())];
    private readonly ManualResetEventSlim _stop = new();
    private CallGroup _now;
    private long _answered;
    private volatile bool _full;

    public PressureGauge(PressureOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _capacity = new Capacity(TimeSpan.FromMilliseconds(options.MaxDelay), CallsOfOneCore * Environment.ProcessorCount);
        _now = _recent[0];
        _full = IsFull();
        new Thread(Watch) { IsBackground = true, Name = "Pressure" }.Start();
    }

    /// <summary>Lets a call in, which has to leave the group that is answered here; null where there is too much to do.</summary>
    public CallGroup? Enter()
    {
        if (_full || Working >= _capacity.Calls) return null;
        var group = Volatile.Read(ref _now);
        group.Add();
        return group;
    }

    public void Leave(CallGroup group)
    {
        group.Remove();
        Interlocked.Increment(ref _answered);
    }

    public void Dispose() => _stop.Set();

    private int Working
    {
        get
        {
            var sum = 0;
            foreach (var group in _recent) sum += group.Count;
            return sum;
        }
    }

    private void Watch()
    {
        var (since, before) = (_time.GetTimestamp(), 0L);
        for (var sample = 1; !_stop.Wait(_options.SampleInterval); sample++)
        {
            var (now, answered) = (_time.GetTimestamp(), Interlocked.Read(ref _answered));
            _capacity.Observe(answered - before, _time.GetElapsedTime(since, now));
            (since, before) = (now, answered);
            _full = IsFull();
            var group = new CallGroup();
            Volatile.Write(ref _recent[sample % Samples], group);
            Volatile.Write(ref _now, group);
        }
    }

    private bool IsFull() => (_options.MaxMemory > 0 && Environment.WorkingSet > _options.MaxMemory)
        || (_options.MaxHeap > 0 && GC.GetTotalMemory(forceFullCollection: false) > _options.MaxHeap);
}

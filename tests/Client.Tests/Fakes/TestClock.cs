namespace Directus.Grpc.Client.Tests.Fakes;

/// <summary>A clock that moves when it is told to, and then fires what has come due.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly List<TestTimer> timers = [];
    private TimeSpan passed;

    public override DateTimeOffset GetUtcNow()
    {
        lock (timers) return DateTimeOffset.UnixEpoch + passed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        List<TestTimer> due;
        lock (timers)
        {
            passed += time;
            due = timers.FindAll(timer => timer.Due <= passed);
            timers.RemoveAll(due.Contains);
        }
        foreach (var timer in due) timer.Fire();
    }

    // Fires once: nothing under test repeats.
    private sealed class TestTimer(TestClock clock, Action fire) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.timers)
            {
                clock.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock.passed + dueTime;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

using Directus.Grpc.Server.Hosting.Pressure;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Pressure;

public sealed class PressureGaugeTests
{
    private const int NoSamples = 60_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Calls_beyond_what_can_be_done_soon_wait_for_others_to_be_answered()
    {
        using var gauge = new PressureGauge(new PressureOptions { SampleInterval = NoSamples }, TimeProvider.System);
        var groups = new Stack<CallGroup>();
        while (gauge.Enter() is { } group) groups.Push(group);

        Assert.Equal(16 * Environment.ProcessorCount, groups.Count);
        gauge.Leave(groups.Pop());
        Assert.NotNull(gauge.Enter());
        Assert.Null(gauge.Enter());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void None_are_let_in_without_memory(long memory, long heap)
    {
        using var gauge = new PressureGauge(new PressureOptions { MaxMemory = memory, MaxHeap = heap, SampleInterval = NoSamples },
            TimeProvider.System);

        Assert.Null(gauge.Enter());
    }

    [Fact]
    public void As_many_are_let_in_as_are_answered_in_their_time()
    {
        var capacity = new Capacity(TimeSpan.FromMilliseconds(10), least: 20);

        Assert.Equal(20, capacity.Calls);
        capacity.Observe(10_000, Second);
        Assert.Equal(100, capacity.Calls);
        // A quiet moment changes little, a quiet minute does.
        capacity.Observe(0, Second);
        Assert.Equal(95, capacity.Calls);
        for (var i = 0; i < 60; i++) capacity.Observe(0, Second);
        Assert.Equal(20, capacity.Calls);
    }

    [Fact]
    public void Without_a_time_any_number_is_let_in()
    {
        var capacity = new Capacity(TimeSpan.Zero, least: 20);
        capacity.Observe(10, Second);

        Assert.Equal(int.MaxValue, capacity.Calls);
    }
}

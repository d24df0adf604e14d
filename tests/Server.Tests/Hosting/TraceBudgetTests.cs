using Directus.Grpc.Server.Hosting.Telemetry;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting;

public sealed class TraceBudgetTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

    private readonly Clock _clock = new();

    [Fact]
    public void A_hundred_calls_a_second_have_a_trace()
    {
        var budget = new TraceBudget(_clock);

        Assert.Equal(100, Enumerable.Range(0, 250).Count(_ => budget.Allows(null)));
        _clock.Second++;
        Assert.Equal(100, Enumerable.Range(0, 250).Count(_ => budget.Allows("")));
    }

    [Fact]
    public void A_trace_of_the_caller_goes_on_if_the_caller_keeps_it()
    {
        var budget = new TraceBudget(_clock);
        while (budget.Allows(null)) { }

        Assert.True(budget.Allows($"{Trace}-01"));
        Assert.False(budget.Allows($"{Trace}-00"));
        // What is no trace is counted as none.
        Assert.False(budget.Allows("nonsense-01"));
    }

    private sealed class Clock : TimeProvider
    {
        public long Second { get; set; } = 1;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Second;
    }
}

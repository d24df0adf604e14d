using System.Net;
using Directus.Grpc.Server.Hosting.Limits;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Limits;

public sealed class MemoryRateLimitTests : IDisposable
{
    private readonly StoppedClock _clock = new();
    private readonly MemoryRateLimit _limit;

    public MemoryRateLimitTests() => _limit = new MemoryRateLimit(new CallerRate { Points = 3, Duration = 10 }, _clock);

    [Fact]
    public async Task Points_come_back_when_the_time_since_the_first_call_is_over()
    {
        Assert.Equal(0, await TakeAsync("a"));
        _clock.Advance(4);
        Assert.Equal(0, await TakeAsync("a", 2));
        Assert.Equal(6, await TakeAsync("a"));
        _clock.Advance(5);
        Assert.Equal(1, await TakeAsync("a"));
        _clock.Advance(1);
        Assert.Equal(0, await TakeAsync("a", 3));
        Assert.Equal(10, await TakeAsync("a"));
    }

    [Fact]
    public async Task Each_caller_has_points_of_their_own()
    {
        Assert.Equal(0, await TakeAsync("a", 3));
        Assert.Equal(0, await TakeAsync("b", 3));
        Assert.Equal(10, await TakeAsync("a"));
    }

    [Fact]
    public async Task More_than_there_ever_are_is_refused() => Assert.Equal(10, await TakeAsync("a", 4));

    [Theory]
    [InlineData("1.2.3.4", "1.2.3.4")]
    [InlineData("::ffff:1.2.3.4", "1.2.3.4")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void Callers_are_told_apart_by_address_or_network(string address, string key) => Assert.Equal(key, CallerKey.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData(false, 50, 1, 1_000, 1, "RATE_LIMITER_GLOBAL_ENABLED")]
    [InlineData(true, 50, 1, 100, 10, "RATE_LIMITER_GLOBAL_POINTS")]
    [InlineData(true, 50, 1, 50, 1, null)]
    public void All_together_have_points_enough_for_one(bool caller, int points, int duration, int allPoints, int allDuration, string? blamed)
    {
        var options = new RateLimiterOptions
        {
            Caller = new() { Enabled = caller, Points = points, Duration = duration },
            Global = new() { Enabled = true, Points = allPoints, Duration = allDuration },
        };

        Assert.Equal(blamed, options.Contradiction?.Split(' ')[0]);
    }

    [Theory]
    [InlineData("redis://:p%40ss@10.0.0.1:6380/4", "10.0.0.1:6380", null, "p@ss", 4, false)]
    [InlineData("rediss://me:secret@cache.local", "cache.local:6379", "me", "secret", null, true)]
    public void Reads_the_address_of_Redis(string url, string expected, string? user, string? password, int? database, bool tls)
    {
        Assert.True(RedisOptions.IsUrl(url));

        var read = new RedisOptions { Url = url }.Configuration();

        Assert.EndsWith(expected, Assert.Single(read.EndPoints).ToString());
        Assert.Equal((user, password, database, tls), (read.User, read.Password, read.DefaultDatabase, read.Ssl));
    }

    public void Dispose() => _limit.Dispose();

    private async Task<double> TakeAsync(string caller, int points = 1) =>
        (await _limit.TakeAsync(caller, points, CancellationToken.None)).TotalSeconds;

    private sealed class StoppedClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds;

        public void Advance(int seconds) => _seconds += seconds;
    }
}

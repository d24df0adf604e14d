using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>Makes limits of their settings.</summary>
internal sealed class RateLimits(IOptions<RateLimiterOptions> options, IOptions<RedisOptions> redis, Func<RedisConnection> connect,
    TimeProvider time) : IDisposable
{
    private readonly List<MemoryRateLimit> _made = [];

    /// <summary>The limit of that name; null where it is off.</summary>
    public IRateLimit? Find(string name, CallerRate rate)
    {
        if (!rate.Enabled) return null;
        var own = new MemoryRateLimit(rate, time);
        _made.Add(own);
        if ((rate.Store ?? options.Value.Caller.Store) != RateLimiterOptions.Redis) return own;
        if (!redis.Value.IsGiven) throw new ConfigurationException("RATE_LIMITER_STORE is redis, which needs REDIS or REDIS_HOST.");
        return new RedisRateLimit(name, rate, connect(), own);
    }

    public void Dispose()
    {
        foreach (var limit in _made) limit.Dispose();
    }
}

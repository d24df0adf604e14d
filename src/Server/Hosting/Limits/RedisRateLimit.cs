using Directus.Grpc.Server.Kernel;
using StackExchange.Redis;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>Points that several servers count together, in Redis. While it cannot be reached each counts for itself: neither are all
/// calls refused then, nor is everything let in.</summary>
internal sealed class RedisRateLimit(string name, CallerRate rate, RedisConnection redis, MemoryRateLimit own) : IRateLimit
{
    // The time of a window begins with its first call. A key without an end would lock its caller out for good.
    private const string Script = """
        local taken = redis.call('INCRBY', KEYS[1], ARGV[1])
        local left = redis.call('PTTL', KEYS[1])
        if left < 0 then
          redis.call('PEXPIRE', KEYS[1], ARGV[2])
          left = tonumber(ARGV[2])
        end
        return {taken, left}
        """;

    public int Points => rate.Points;

    public async ValueTask<TimeSpan> TakeAsync(string caller, int points, CancellationToken cancellation)
    {
        try
        {
            var database = await redis.OpenAsync(cancellation);
            var answer = (long[])(await database.ScriptEvaluateAsync(Script, [$"directus-grpc:limit:{name}:{caller}"],
                [points, rate.Duration * 1_000L]))!;
            redis.Answered();
            return answer[0] <= rate.Points ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Max(1, answer[1]));
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            redis.Failed(error);
            return await own.TakeAsync(caller, points, cancellation);
        }
    }
}

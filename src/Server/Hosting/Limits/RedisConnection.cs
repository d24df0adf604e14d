using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>The connection to Redis, made when it is first needed. It comes back by itself after Redis was away.</summary>
internal sealed class RedisConnection(IOptions<RedisOptions> options, ILogger<RedisConnection> logger) : IAsyncDisposable
{
    private readonly Lazy<Task<ConnectionMultiplexer>> _connection = new(() => ConnectionMultiplexer.ConnectAsync(options.Value.Configuration()));
    private int _away;

    public async ValueTask<IDatabase> OpenAsync(CancellationToken cancellation) =>
        (_connection.Value.IsCompletedSuccessfully ? _connection.Value.Result : await _connection.Value.WaitAsync(cancellation)).GetDatabase();

    public void Answered()
    {
        if (_away != 0 && Interlocked.Exchange(ref _away, 0) == 1) LimitLog.RedisBack(logger);
    }

    public void Failed(Exception error)
    {
        if (Interlocked.Exchange(ref _away, 1) == 0) LimitLog.RedisAway(logger, error);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated) await (await _connection.Value).DisposeAsync();
    }
}

using Directus.Grpc.Server.Data.Changes;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Passes changes that other servers make on to those who keep something of it in memory. When the connection is
/// lost, everything may have changed.</summary>
internal sealed class ChangeWatch(ChangeFeed feed, IEnumerable<IChangeListener> listeners, ILogger<ChangeWatch> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IChangeListener[] _listeners = [.. listeners];
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    /// <summary>Returns once changes are heard.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var subscription = await feed.SubscribeAsync(cancellation);
        _watching = Task.Run(() => WatchAsync(subscription), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync(IChangeSubscription? subscription)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (subscription is null)
                {
                    await Task.Delay(Pause, _stop.Token);
                    subscription = await feed.SubscribeAsync(_stop.Token);
                    await TellAsync(Enum.GetValues<ChangeTopic>().ToHashSet());
                }

                while (true) await TellAsync(await subscription.NextAsync(_stop.Token));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                HostingLog.ChangesLost(logger, error);
                if (subscription is not null) await subscription.DisposeAsync();
                subscription = null;
            }
        }

        if (subscription is not null) await subscription.DisposeAsync();
    }

    private async Task TellAsync(IReadOnlySet<ChangeTopic> topics)
    {
        foreach (var listener in _listeners.Where(listener => topics.Contains(listener.Topic))) await listener.OnChangedAsync(_stop.Token);
    }
}

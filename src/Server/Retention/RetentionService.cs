using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Retention;

/// <summary>Lets the run begin when its schedule says so.</summary>
internal sealed class RetentionService(
    RetentionRun run, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    // Longer than a timer can wait there may be to the next time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled || !Schedule.TryParse(options.Value.Schedule, out var schedule)) return;
        while (schedule.After(time.GetUtcNow(), time.LocalTimeZone) is { } next)
        {
            await WaitAsync(next, stoppingToken);
            try
            {
                await run.RunAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // What was removed stays removed; the rest has its turn the next time.
                RetentionLog.Failed(logger, error);
            }
        }
    }

    private async Task WaitAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        while (moment - time.GetUtcNow() is { Ticks: > 0 } rest) await Task.Delay(rest < LongestWait ? rest : LongestWait, time, cancellation);
    }
}

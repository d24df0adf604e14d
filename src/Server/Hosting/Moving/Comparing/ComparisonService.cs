using Directus.Grpc.Server.Hosting.Logs;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>Asks the other server what was read here, and tells where its answer is another one.</summary>
internal sealed class ComparisonService(ComparisonQueue queue, MovingMetrics metrics, IOptions<MovingOptions> options,
    ILogger<ComparisonService> logger) : BackgroundService
{
    private const int AtOnce = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var other = new ReadSender(options.Value.CompareWith!);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(other, stoppingToken)));
    }

    private async Task WorkAsync(ReadSender other, CancellationToken stopping)
    {
        await foreach (var comparison in queue.ReadAllAsync(stopping))
            if (ComparableReads.Is(comparison.Call)) await CompareAsync(comparison, other, stopping);
    }

    private async Task CompareAsync(Comparison comparison, ReadSender other, CancellationToken stopping)
    {
        var (call, answer, route) = comparison;
        var url = Redaction.OfUrl(call.Target);
        try
        {
            var differences = AnswerDifferences.Of(call, answer, await other.SendAsync(call, stopping));
            metrics.Compared(route, differences.Count == 0 ? MovingMetrics.Same : MovingMetrics.Different);
            if (differences.Count > 0) MovingLog.Differs(logger, call.Method, url, string.Join("; ", differences));
        }
        catch (Exception error) when (error is HttpRequestException or UriFormatException)
        {
            metrics.Compared(route, MovingMetrics.Failed);
            MovingLog.NotCompared(logger, call.Method, url, error.Message);
        }
    }
}

namespace Directus.Grpc.Bench.Load;

/// <summary>What one round measured.</summary>
/// <param name="PerSecond">Answered requests a second.</param>
/// <param name="P99">Milliseconds in which 99 of 100 requests were answered.</param>
/// <param name="ProcessorMicros">Processor time of the server for a request, in microseconds; NaN when not known.</param>
internal sealed record Sample(double PerSecond, double P99, double ProcessorMicros)
{
    public static Sample Median(IReadOnlyCollection<Sample> samples) => new(
        Middle(samples.Select(sample => sample.PerSecond)),
        Middle(samples.Select(sample => sample.P99)),
        Middle(samples.Select(sample => sample.ProcessorMicros)));

    public static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

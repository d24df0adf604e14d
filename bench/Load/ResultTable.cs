using System.Globalization;
using System.Text;

namespace Directus.Grpc.Bench.Load;

/// <summary>Results → a Markdown table with ratios.</summary>
internal static class ResultTable
{
    public const string Baseline = "bare";

    public static string Markdown(IReadOnlyList<Result> results)
    {
        var table = new StringBuilder("""
            | request | target | requests/s | ratio to bare | p99, ms | CPU, µs/request |
            |---|---|---:|---:|---:|---:|

            """);
        foreach (var result in results)
        {
            var bare = results.Single(other => other.Scenario == result.Scenario && other.Target.Name == Baseline);
            var (median, ratio) = (result.Median, result.Median.PerSecond / bare.Median.PerSecond);
            var processor = double.IsNaN(median.ProcessorMicros) ? "–" : median.ProcessorMicros.ToString("F0", CultureInfo.InvariantCulture);
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {result.Scenario.Name} | {result.Target.Name} | {median.PerSecond:F0} | {ratio:F3} | {median.P99:F2} | {processor} |");
        }
        return table.ToString();
    }
}

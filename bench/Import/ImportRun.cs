using System.Globalization;
using Directus.Grpc.Bench.Load;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Import;

/// <summary>A file of rows with ten columns, brought in with its account; and into Directus, of fewer rows, for it takes long.</summary>
internal static class ImportRun
{
    // About what Directus brings in within two minutes.
    private const int MostOfDirectus = 40_000;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        if (options.Server is not { } file) return BenchOptions.PrintUsage();
        await using var stage = await Stage.StartAsync(file, 1);
        using var ours = new ImportTarget(stage.Server.Url, OurServer.Token);
        var own = await ours.MeasureAsync(options.Rows);
        Console.WriteLine("| 10 columns | rows | rows/s | ratio | peak memory, MB |\n|---|---:|---:|---:|---:|");
        if (options.Directus is { } url)
        {
            using var peer = new ImportTarget(url, options.DirectusToken);
            var rows = Math.Min(options.Rows, MostOfDirectus);
            var other = await peer.MeasureAsync(rows);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| Directus | {rows} | {other:F0} | 1 | |"));
            own = (await ours.MeasureAsync(options.Rows) + own) / 2;
            Console.WriteLine(Line(options.Rows, own, (own / other).ToString("F1", CultureInfo.InvariantCulture), stage.Server));
        }
        else Console.WriteLine(Line(options.Rows, own, "", stage.Server));
        return 0;
    }

    private static string Line(int rows, double rate, string ratio, ServerProcess server) => string.Create(CultureInfo.InvariantCulture,
        $"| this server | {rows} | {rate:F0} | {ratio} | {server.PeakMemory / 1_000_000.0:F0} |");
}

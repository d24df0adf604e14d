using System.Globalization;
using Directus.Grpc.Bench.Load;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Schema;

/// <summary>Times the export, the comparison and the application of a large model, on an empty database each round.</summary>
internal sealed class SchemaRun : IAsyncDisposable
{
    private readonly BenchOptions options;
    private readonly string database = $"directus_bench_{Environment.ProcessId}";
    private readonly List<(string Name, SchemaTarget Target)> targets = [];
    private ServerProcess? server;

    private SchemaRun(BenchOptions options) => this.options = options;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        await Postgres.CreateDatabaseAsync($"directus_bench_{Environment.ProcessId}");
        await using var run = new SchemaRun(options);
        if (options.Server is { } file) await run.StartServerAsync(file);
        if (options.Directus is { } url) run.targets.Add(("Directus", new SchemaTarget(url, options.DirectusToken)));

        var samples = run.targets.ToDictionary(target => target.Name, _ => new List<SchemaTimes>());
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var (name, target) in run.targets)
            {
                var times = await target.MeasureAsync(options.Collections, options.Fields);
                // The first round warms up and counts for nothing.
                if (round > 0) samples[name].Add(times);
            }

            Console.Error.WriteLine($"round {round} of {options.Rounds}");
        }

        Print(samples, options);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        foreach (var (_, target) in targets) target.Dispose();
        await Postgres.DropDatabaseAsync(database);
    }

    private async Task StartServerAsync(string file)
    {
        server = OurServer.OnPostgres(file, database);
        using var http = new HttpClient();
        await server.UntilAnsweredAsync(http, "/server/ping", TimeSpan.FromMilliseconds(50));
        targets.Add(("server", new SchemaTarget(server.Url, OurServer.Token)));
    }

    private static void Print(Dictionary<string, List<SchemaTimes>> samples, BenchOptions options)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Collections} collections × {options.Fields} fields, medians in ms"));
        Console.WriteLine("| | snapshot | diff | apply |\n|---|---:|---:|---:|");
        foreach (var (name, times) in samples)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {Sample.Middle(times.Select(time => time.Snapshot)):F0} | {Sample.Middle(times.Select(time => time.Diff)):F0} | {Sample.Middle(times.Select(time => time.Apply)):F0} |"));
        }
    }
}

using System.Globalization;
using Directus.Grpc.Bench.Model;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Load;

/// <summary>Starts the targets on one database, measures them in turns and prints the medians.</summary>
internal sealed class LoadRun : IAsyncDisposable
{
    private readonly BenchOptions options;
    private readonly string database = $"directus_bench_{Environment.ProcessId}";
    private readonly Stack<IAsyncDisposable> started = new();
    private readonly List<Target> targets = [];

    private LoadRun(BenchOptions options) => this.options = options;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        if (options.Server is not { } server) return BenchOptions.PrintUsage();
        await Postgres.CreateDatabaseAsync($"directus_bench_{Environment.ProcessId}");
        await using var run = new LoadRun(options);
        await run.StartServerAsync(server);
        await run.StartBareAsync();
        if (options.Directus is { } directus)
        {
            await run.PrepareAsync(directus, options.DirectusToken);
            run.targets.Add(new("Directus", directus, options.DirectusToken, null));
        }


        await AnswerCheck.RunAsync(run.targets);
        Console.WriteLine(ResultTable.Markdown(await run.MeasureAsync()));
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        while (started.TryPop(out var each)) await each.DisposeAsync();
        await Postgres.DropDatabaseAsync(database);
    }

    private async Task StartServerAsync(string file)
    {
        var server = OurServer.OnPostgres(file, database);
        started.Push(server);
        using var http = new HttpClient();
        await server.UntilAnsweredAsync(http, "/server/ping", TimeSpan.FromMilliseconds(50));
        await PrepareAsync(server.Url, OurServer.Token);
        await Postgres.ExecuteAsync(database, "analyze");
        targets.Add(new("server", server.Url, OurServer.Token, server));
        await RestrictedReader.CreateAsync(server.Url, OurServer.Token);
        targets.Add(new("server, by rules", server.Url, RestrictedReader.Token, server) { ReadsOnly = true });
    }

    private async Task StartBareAsync()
    {
        var port = ServerProcess.FreePort();
        var number = port.ToString(CultureInfo.InvariantCulture);
        var bare = ServerProcess.Start(Environment.ProcessPath!, ["bare", "--port", number, "--database", database], port,
            new Dictionary<string, string>());
        started.Push(bare);
        using var http = new HttpClient();
        await bare.UntilAnsweredAsync(http, "/server/ping", TimeSpan.FromMilliseconds(50));
        targets.Insert(0, new(ResultTable.Baseline, bare.Url, null, bare));
    }

    private async Task PrepareAsync(string url, string token)
    {
        var model = new RemoteModel(url, token);
        started.Push(model);
        await model.CreateAsync(options.Rows);
    }

    private async Task<List<Result>> MeasureAsync()
    {
        var results = new List<Result>();
        foreach (var scenario in Scenario.All.Where(scenario => scenario.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var measured = targets.Where(target => scenario.Body is null || !target.ReadsOnly).ToList();
            foreach (var target in measured) await MeasureAsync(target, scenario); // Warms up, counts for nothing.

            var samples = measured.ToDictionary(target => target, _ => new List<Sample>());
            for (var round = 1; round <= options.Rounds; round++)
            {
                foreach (var target in measured) samples[target].Add(await MeasureAsync(target, scenario));
                Console.Error.WriteLine($"{scenario.Name}: round {round} of {options.Rounds}");
            }
            results.AddRange(measured.Select(target => new Result(scenario, target, Sample.Median(samples[target]))));
        }
        return results;
    }

    private Task<Sample> MeasureAsync(Target target, Scenario scenario) =>
        Wrk.RunAsync(target, scenario, options.Connections, options.Seconds);
}

using System.Globalization;
using Directus.Grpc.Bench.Model;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Load;

/// <summary>Starts the targets on one database, measures them in turns and prints the medians.</summary>
internal sealed class LoadRun : IAsyncDisposable
{
    private readonly BenchOptions options;
    private readonly Stack<IAsyncDisposable> started = new();
    private readonly List<Target> targets = [];

    private LoadRun(BenchOptions options) => this.options = options;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        if (options.Server is not { } server) return BenchOptions.PrintUsage();
        await using var run = new LoadRun(options);
        var stage = await Stage.StartAsync(server, options.Rows);
        run.started.Push(stage);
        await run.StartBareAsync(stage.Database);
        run.targets.Add(new("server", stage.Server.Url, OurServer.Token, stage.Server));
        await RestrictedReader.CreateAsync(stage.Server.Url, OurServer.Token);
        run.targets.Add(new("server, by rules", stage.Server.Url, RestrictedReader.Token, stage.Server) { ReadsOnly = true });
        if (options.Directus is { } directus) await run.PrepareDirectusAsync(directus);

        await AnswerCheck.RunAsync(run.targets);
        Console.WriteLine(ResultTable.Markdown(await run.MeasureAsync()));
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        while (started.TryPop(out var each)) await each.DisposeAsync();
    }

    private async Task StartBareAsync(string database)
    {
        var port = ServerProcess.FreePort();
        var number = port.ToString(CultureInfo.InvariantCulture);
        var bare = ServerProcess.Start(Environment.ProcessPath!, ["bare", "--port", number, "--database", database], port,
            new Dictionary<string, string>());
        started.Push(bare);
        using var http = new HttpClient();
        await bare.UntilAnsweredAsync(http, "/server/ping", TimeSpan.FromMilliseconds(50));
        targets.Add(new(ResultTable.Baseline, bare.Url, null, bare));
    }

    private async Task PrepareDirectusAsync(string url)
    {
        var model = new RemoteModel(url, options.DirectusToken);
        started.Push(model);
        await model.CreateAsync(options.Rows);
        targets.Add(new("Directus", url, options.DirectusToken, null));
    }

    private async Task<List<Result>> MeasureAsync()
    {
        var results = new List<Result>();
        foreach (var scenario in Scenario.All.Where(scenario => scenario.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var measured = targets.Where(target => scenario.Body is null || !target.ReadsOnly).ToList();
            // Counts for nothing: the compiler has half of the processor for most of this time.
            foreach (var target in measured) await MeasureAsync(target, scenario, options.WarmUp);

            var samples = measured.ToDictionary(target => target, _ => new List<Sample>());
            for (var round = 1; round <= options.Rounds; round++)
            {
                foreach (var target in measured) samples[target].Add(await MeasureAsync(target, scenario, options.Seconds));
                Console.Error.WriteLine($"{scenario.Name}: round {round} of {options.Rounds}");
            }
            results.AddRange(measured.Select(target => new Result(scenario, target, Sample.Median(samples[target]))));
        }
        return results;
    }

    private Task<Sample> MeasureAsync(Target target, Scenario scenario, int seconds) =>
        Wrk.RunAsync(target, scenario, options.Connections, seconds);
}

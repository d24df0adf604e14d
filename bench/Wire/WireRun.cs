using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Bench.Load;
using Directus.Grpc.Bench.Model;
using Directus.Grpc.Bench.Processes;
using Directus.Grpc.Items.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Directus.Grpc.Bench.Wire;

/// <summary>The same items over REST and another face, asked for by the same program: as JSON bytes over gRPC, and as rows of API v1.1.</summary>
internal static class WireRun
{
    private static readonly ListItemsRequest Request = new()
    {
        Collection = FlatItems.Name,
        Query = new() { Limit = 100 },
        Encoding = Common.V1.Encoding.Json,
    };

    public static async Task<int> RunAsync(BenchOptions options)
    {
        if (options.Server is not { } file) return BenchOptions.PrintUsage();
        await using var stage = await Stage.StartAsync(file, options.Rows);
        await CheckAsync(stage.Server);
        using var body = new TemporaryFile(Framed(Request));
        Lane[] lanes =
        [
            new("100 items over REST", Http($"/items/{FlatItems.Name}?limit=100")),
            new("the same over gRPC, JSON bytes", new H2Load(stage.Server, options, ["-H", "content-type: application/grpc", "-H", "te: trailers",
                "-d", body.Path, $"{stage.Server.GrpcUrl}/directus.items.v1.ItemsService/ListItems"])) { Base = 0 },
            new("200 items over REST", Http($"/items/{FlatItems.Name}?limit=200")),
            new("the same over API v1.1, counted", Http($"/api/1.1/tables/{FlatItems.Name}/rows?limit=200")) { Base = 2 },
        ];
        Console.WriteLine(Table(lanes, await MeasureAsync(lanes, options.Rounds)));
        return 0;

        H2Load Http(string path) => new(stage.Server, options, ["--h1", stage.Server.Url + path]);
    }

    private static async Task<List<Sample[]>> MeasureAsync(Lane[] lanes, int rounds)
    {
        // Warms up, counts for nothing.
        foreach (var lane in lanes) await lane.Load.RunAsync();
        var samples = new List<Sample[]>();
        for (var round = 1; round <= rounds; round++)
        {
            var taken = new Sample[lanes.Length];
            for (var i = 0; i < lanes.Length; i++) taken[i] = await lanes[i].Load.RunAsync();
            samples.Add(taken);
            Console.Error.WriteLine($"round {round} of {rounds}");
        }

        return samples;
    }

    private static string Table(Lane[] lanes, List<Sample[]> samples)
    {
        var medians = lanes.Select((_, i) => Sample.Median([.. samples.Select(taken => taken[i])])).ToArray();
        var rows = lanes.Select((lane, i) => string.Create(CultureInfo.InvariantCulture,
            $"| {lane.Name} | {medians[i].PerSecond:F0} | {medians[i].PerSecond / medians[lane.Base ?? i].PerSecond:F3} | {medians[i].ProcessorMicros:F0} |"));
        return string.Join('\n', (string[])["| 10 columns | requests/s | ratio | CPU, µs/request |", "|---|---:|---:|---:|", .. rows]);
    }

    // The load program does not look into the answers.
    private static async Task CheckAsync(ServerProcess server)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OurServer.Token);
        using var rest = JsonDocument.Parse(await http.GetStringAsync($"{server.Url}/items/{FlatItems.Name}?limit=100"));
        using var channel = GrpcChannel.ForAddress(server.GrpcUrl);
        var grpc = await new ItemsService.ItemsServiceClient(channel)
            .ListItemsAsync(Request, new Metadata { { "authorization", $"Bearer {OurServer.Token}" } });
        if (Encoding.UTF8.GetString(grpc.Json.Span) != rest.RootElement.GetProperty("data").GetRawText())
            throw new InvalidOperationException("REST and gRPC answer different items.");
    }

    // One byte for compression, four for the length.
    private static byte[] Framed(IMessage message)
    {
        var bytes = message.ToByteArray();
        return [0, (byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
    }

    /// <summary>A way to ask, compared with that of another place.</summary>
    private sealed record Lane(string Name, H2Load Load)
    {
        public int? Base { get; init; }
    }
}

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

/// <summary>The same hundred items over REST and, as JSON bytes, over gRPC, asked for by the same program.</summary>
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
        var rest = new H2Load(stage.Server, options, ["--h1", $"{stage.Server.Url}/items/{FlatItems.Name}?limit=100"]);
        var grpc = new H2Load(stage.Server, options, ["-H", "content-type: application/grpc", "-H", "te: trailers", "-d", body.Path,
            $"{stage.Server.GrpcUrl}/directus.items.v1.ItemsService/ListItems"]);
        Console.WriteLine(Table(await MeasureAsync(rest, grpc, options.Rounds)));
        return 0;
    }

    private static async Task<List<(Sample OverRest, Sample OverGrpc)>> MeasureAsync(H2Load rest, H2Load grpc, int rounds)
    {
        // Warms up, counts for nothing.
        await rest.RunAsync();
        await grpc.RunAsync();
        var samples = new List<(Sample, Sample)>();
        for (var round = 1; round <= rounds; round++)
        {
            samples.Add((await rest.RunAsync(), await grpc.RunAsync()));
            Console.Error.WriteLine($"round {round} of {rounds}");
        }

        return samples;
    }

    private static string Table(List<(Sample OverRest, Sample OverGrpc)> samples)
    {
        var (rest, grpc) = (Sample.Median([.. samples.Select(pair => pair.OverRest)]), Sample.Median([.. samples.Select(pair => pair.OverGrpc)]));
        return string.Create(CultureInfo.InvariantCulture, $"""
            | 100 items × 10 columns over | requests/s | ratio | CPU, µs/request |
            |---|---:|---:|---:|
            | REST | {rest.PerSecond:F0} | 1.000 | {rest.ProcessorMicros:F0} |
            | gRPC, JSON bytes | {grpc.PerSecond:F0} | {grpc.PerSecond / rest.PerSecond:F3} | {grpc.ProcessorMicros:F0} |
            """);
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
}

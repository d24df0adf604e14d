using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;
using Encoding = Directus.Grpc.Common.V1.Encoding;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Readers who take long lists more slowly than they come keep nobody else waiting, and get all of it in the end.
/// SLOW_READERS tries more of them than the usual run does; there are more of them than connections to the database.</summary>
public sealed class SlowReaderTests
{
    private const int Rows = 3_000;

    private static readonly int Readers = int.Parse(Environment.GetEnvironmentVariable("SLOW_READERS") ?? "36", CultureInfo.InvariantCulture);

    [Theory, EachDatabase]
    public async Task Others_are_answered_while_many_read_slowly(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await LongListAsync(app);
        var readers = await Task.WhenAll(Enumerable.Range(0, Readers)
            .Select(_ => SlowReader.StartAsync(app.Admin, app.Server.Url, $"/items/{things}?limit=-1")));

        await OthersAreAnsweredAsync(app, things);
        var lengths = await Task.WhenAll(readers.Select(reader => reader.ReadToEndAsync()));

        var whole = await (await app.Admin.GetAsync($"/items/{things}?limit=-1")).Content.ReadAsByteArrayAsync();
        Assert.All(lengths, length => Assert.True(length > whole.Length, $"{length} of {whole.Length}"));
    }

    [Theory, EachDatabase]
    public async Task Others_are_answered_while_many_streams_and_exports_are_read_slowly(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await LongListAsync(app);
        var streams = Enumerable.Range(0, Readers).Select(_ => app.Admin.Items.StreamItems(new() { Collection = things, Encoding = Encoding.Json }))
            .ToList();
        var counts = await Task.WhenAll(streams.Select(NextAsync));
        var exports = await Task.WhenAll(new[] { "csv", "xml", "yaml" }.Select(
            format => SlowReader.StartAsync(app.Admin, app.Server.Url, $"/items/{things}?limit=-1&export={format}")));

        await OthersAreAnsweredAsync(app, things);
        for (var i = 0; i < streams.Count; i++)
        {
            while (await NextAsync(streams[i]) is > 0 and var count) counts[i] += count;
            streams[i].Dispose();
        }

        Assert.All(counts, count => Assert.Equal(Rows, count));
        foreach (var export in exports) Assert.True(await export.ReadToEndAsync() > Rows * 2_000);
    }

    // That nothing of it is a fault to the server, its log says when the test ends.
    [Theory, EachDatabase]
    public async Task A_reader_may_leave_a_stream_at_any_message(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await LongListAsync(app);

        await Parallel.ForAsync(0, 150, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (turn, cancellation) =>
        {
            var request = new StreamItemsRequest { Collection = things, Encoding = Encoding.Json, Query = new() { Limit = turn * 7 } };
            using var stream = app.Admin.Items.StreamItems(request, cancellationToken: cancellation);
            for (var message = 0; message <= turn % 3; message++) await NextAsync(stream);
        });

        await OthersAreAnsweredAsync(app, things);
    }

    private static async Task OthersAreAnsweredAsync(TestApp app, string things)
    {
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=id")).ShouldBeDataAsync("""{"id":1}""");
        await (await app.Admin.GetAsync($"/items/{things}?limit=-1&fields=id&filter[id][_lt]=3")).ShouldBeDataAsync("""[{"id":1},{"id":2}]""");
        await (await app.Admin.PatchAsync($"/items/{things}/1?fields=id", new { title = "new" })).ShouldBeDataAsync("""{"id":1}""");
        Assert.Equal(HttpStatusCode.OK, (await app.Admin.GetAsync("/server/health")).StatusCode);
    }

    private static async Task<int> NextAsync(AsyncServerStreamingCall<StreamItemsResponse> stream) =>
        await stream.ResponseStream.MoveNext(CancellationToken.None) ? stream.ResponseStream.Current.Json.ToJson()!.AsArray().Count : 0;

    private static async Task<string> LongListAsync(TestApp app)
    {
        var things = await app.CreateCollectionAsync("title", "body:text");
        await app.Server.Database.QueryAsync($"""
            insert into {things} (title, body)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < {Rows}) select 'title', '{new string('x', 2_000)}' from n
            """);
        return things;
    }

    /// <summary>Has asked for a page and read the beginning of it.</summary>
    private sealed class SlowReader(Socket socket, int read)
    {
        public static async Task<SlowReader> StartAsync(TestClient client, Uri url, string path)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
            await socket.ConnectAsync(url.Host, url.Port);
            var head = $"GET {path} HTTP/1.1\r\nHost: {url.Authority}\r\nAuthorization: Bearer {client.Token}\r\nConnection: close\r\n\r\n";
            await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(head));
            var start = new byte[100];
            var read = await socket.ReceiveAsync(start);
            Assert.StartsWith("HTTP/1.1 200 ", System.Text.Encoding.ASCII.GetString(start, 0, read), StringComparison.Ordinal);
            return new SlowReader(socket, read);
        }

        /// <summary>Reads the rest, and tells how long the whole was.</summary>
        public async Task<long> ReadToEndAsync()
        {
            using (socket)
            {
                var buffer = new byte[64 * 1024];
                var length = (long)read;
                while (await socket.ReceiveAsync(buffer) is > 0 and var more) length += more;
                return length;
            }
        }
    }
}

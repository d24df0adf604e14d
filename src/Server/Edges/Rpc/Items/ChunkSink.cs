using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Items.Rows;
using Google.Protobuf;
using Grpc.Core;
using Encoding = Directus.Grpc.Common.V1.Encoding;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Sends the rows of a read as messages while they are read. Flushes come between rows, so each piece of the JSON
/// array becomes an array of its own.</summary>
internal sealed class ChunkSink : JsonSink, IAsyncDisposable
{
    private readonly ReadAhead _ahead;

    public ChunkSink(IServerStreamWriter<StreamItemsResponse> stream, Encoding encoding, SpoolSpace space, HttpContext http) =>
        _ahead = new ReadAhead(space, http, rows => new ValueTask(stream.WriteAsync(Message(rows, encoding), http.RequestAborted)));

    public override ValueTask FlushAsync(CancellationToken cancellation) =>
        Length < RowJson.FlushBytes ? ValueTask.CompletedTask : SendAsync(last: false);

    /// <summary>Sends what is left once all is read.</summary>
    public async Task FinishAsync()
    {
        await SendAsync(last: true);
        await _ahead.FinishAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ahead.DisposeAsync();
        Dispose();
    }

    private async ValueTask SendAsync(bool last)
    {
        if (Rows(last) is { } rows) await _ahead.AddAsync(rows);
        Clear();
    }

    private static StreamItemsResponse Message(Memory<byte> rows, Encoding encoding)
    {
        if (encoding == Encoding.Json) return new StreamItemsResponse { Json = UnsafeByteOperations.UnsafeWrap(rows) };
        var message = new StreamItemsResponse();
        StructJson.ToStructs(rows.Span, message.Items);
        return message;
    }

    // `[{…},{…}` and `,{…}` and `,{…}]` each → `[{…}]`; of a singleton the one object too. Null when there is no row.
    private Piece? Rows(bool last)
    {
        var json = Written.Span;
        if (!json.IsEmpty && (json[0] is (byte)'[' or (byte)',')) json = json[1..];
        if (last && !json.IsEmpty && json[^1] == (byte)']') json = json[..^1];
        if (json.IsEmpty) return null;
        var rows = Piece.Of(json.Length + 2);
        var bytes = rows.Bytes.Span;
        bytes[0] = (byte)'[';
        json.CopyTo(bytes[1..]);
        bytes[^1] = (byte)']';
        return rows;
    }
}

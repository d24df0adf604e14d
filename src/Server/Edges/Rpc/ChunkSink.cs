using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Items.Rows;
using Google.Protobuf;
using Grpc.Core;
using Encoding = Directus.Grpc.Common.V1.Encoding;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>Sends the rows of a read as messages while they are read. Flushes come between rows, so each piece of the JSON
/// array becomes an array of its own.</summary>
internal sealed class ChunkSink(IServerStreamWriter<StreamItemsResponse> stream, Encoding encoding) : JsonSink
{
    public override ValueTask FlushAsync(CancellationToken cancellation) =>
        Length < RowJson.FlushBytes ? ValueTask.CompletedTask : new ValueTask(SendAsync(last: false, cancellation));

    /// <summary>Sends what is left once all is read.</summary>
    public Task FinishAsync(CancellationToken cancellation) => SendAsync(last: true, cancellation);

    private async Task SendAsync(bool last, CancellationToken cancellation)
    {
        if (Rows(last) is { } rows) await stream.WriteAsync(Message(rows), cancellation);
        Clear();
    }

    private StreamItemsResponse Message(byte[] rows)
    {
        if (encoding == Encoding.Json) return new StreamItemsResponse { Json = UnsafeByteOperations.UnsafeWrap(rows) };
        var message = new StreamItemsResponse();
        StructJson.ToStructs(rows, message.Items);
        return message;
    }

    // `[{…},{…}` and `,{…}` and `,{…}]` each → `[{…}]`; of a singleton the one object too. Null when there is no row.
    private byte[]? Rows(bool last)
    {
        var json = Written.Span;
        if (!json.IsEmpty && (json[0] is (byte)'[' or (byte)',')) json = json[1..];
        if (last && !json.IsEmpty && json[^1] == (byte)']') json = json[..^1];
        if (json.IsEmpty) return null;
        var rows = new byte[json.Length + 2];
        rows[0] = (byte)'[';
        json.CopyTo(rows.AsSpan(1));
        rows[^1] = (byte)']';
        return rows;
    }
}

using System.Text.Json;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Items on their way into the reply of an RPC. It stays empty when the answer went out over HTTP.</summary>
internal sealed class ItemReply : IItemAnswer
{
    /// <summary>The reply of every call that is answered over HTTP.</summary>
    public static readonly ItemReply OverHttp = new();

    private ByteString _json = ByteString.Empty;
    private ItemsMeta _meta;

    public string Etag => _meta.Tag ?? "";

    public Meta? Meta => MetaOf(_meta.Counts);

    public async Task ItemsAsync(ItemRead read, Func<JsonSink, Task<ItemsMeta>> run)
    {
        using var sink = new MemorySink();
        _meta = await run(sink);
        _json = ByteString.CopyFrom(sink.Written.Span);
    }

    public void Done() => _json = ByteString.Empty;

    /// <summary>The one item, as JSON or structured, into whichever field of the reply it belongs.</summary>
    public void One(Encoding encoding, Action<ByteString> json, Action<Struct> item)
    {
        if (_json.IsEmpty) return;
        if (encoding == Encoding.Json) json(_json);
        else item(StructJson.ToStruct(_json.Span));
    }

    /// <summary>All of the items, likewise.</summary>
    public void All(Encoding encoding, Action<ByteString> json, RepeatedField<Struct> items)
    {
        if (_json.IsEmpty) return;
        if (encoding == Encoding.Json) json(_json);
        else StructJson.ToStructs(_json.Span, items);
    }

    /// <summary>Makes an item that was read as one, for the sake of its tag, the list of one that it stands for.</summary>
    public void MakeList()
    {
        if (!_json.IsEmpty && _json[0] == (byte)'{') _json = ByteString.CopyFrom([(byte)'[', .. _json.Span, (byte)']']);
    }

    /// <summary>The one item as a message; null when there is none.</summary>
    public T? One<T>() where T : class, IMessage<T>, new() => _json.IsEmpty ? null : ItemMessage<T>.Of(_json.ToStringUtf8());

    /// <summary>The items as messages.</summary>
    public IEnumerable<T> All<T>() where T : class, IMessage<T>, new()
    {
        if (_json.IsEmpty) return [];
        using var rows = JsonDocument.Parse(_json.Memory);
        return [.. rows.RootElement.EnumerateArray().Select(row => ItemMessage<T>.Of(row.GetRawText()))];
    }

    private static Meta? MetaOf(ItemCounts counts)
    {
        if (!counts.Any) return null;
        var meta = new Meta();
        if (counts.Total is { } total) meta.TotalCount = total;
        if (counts.Filtered is { } filtered) meta.FilterCount = filtered;
        return meta;
    }
}

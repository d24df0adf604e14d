using Directus.Grpc.Common.V1;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Parts that gRPC replies share.</summary>
internal static class ItemReplies
{
    public static ByteString Json(MemorySink sink) => ByteString.CopyFrom(sink.Written.Span);

    public static Meta? Meta(ItemCounts counts)
    {
        if (!counts.Any) return null;
        var meta = new Meta();
        if (counts.Total is { } total) meta.TotalCount = total;
        if (counts.Filtered is { } filtered) meta.FilterCount = filtered;
        return meta;
    }
}

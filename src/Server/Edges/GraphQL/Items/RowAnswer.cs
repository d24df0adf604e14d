using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Items as the rows from which the fields below are resolved.</summary>
/// <param name="call">The request.</param>
/// <param name="shown">The type of the items; null where the caller may read none, who is told that it was done.</param>
/// <param name="list">Whether the field is a list.</param>
internal sealed class RowAnswer(GraphQLCall call, CollectionType? shown, bool list) : IItemAnswer
{
    /// <summary>What the field is resolved to.</summary>
    public object? Result { get; private set; } = shown is null;

    public async Task ItemsAsync(ItemRead read, Func<JsonSink, Task<ItemsMeta>> run)
    {
        if (shown is null) return;
        using var sink = new BoundedSink(call);
        await run(sink);
        Result = list ? Row.ListOf(sink.Written) : Row.Of(sink.Written);
    }

    public void Done() => Result = shown is null ? true : list ? new List<Row>() : null;
}

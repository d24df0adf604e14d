using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Items over HTTP: in Directus' envelope, sent while they are read, or as a file where the query asks for one.</summary>
internal sealed class HttpItemAnswer(HttpCall http, ItemExports exports, CancellationToken cancellation) : IItemAnswer
{
    public Task ItemsAsync(ItemRead read, Func<JsonSink, Task<ItemsMeta>> run)
    {
        if (read.Query.Export is { } export) return exports.AnswerAsync(http, read.Collection, export, run, cancellation);
        return http.DataAsync(async sink =>
        {
            var (counts, tag) = await run(sink);
            http.Tag(tag);
            return counts;
        });
    }

    public void Done() => http.NoContent();
}

using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Items over HTTP: in Directus' envelope, sent while they are read, or as a file where the query asks for one.</summary>
internal sealed class HttpItemAnswer(HttpCall http, ItemExports exports, CancellationToken cancellation) : IItemAnswer
{
    public Task ItemsAsync(string collection, ItemQuery query, Func<JsonSink, Task<ItemsRead>> read)
    {
        if (query.Export is { } export) return exports.AnswerAsync(http, collection, export, read, cancellation);
        return http.DataAsync(async sink =>
        {
            var (counts, tag) = await read(sink);
            http.Tag(tag);
            return counts;
        });
    }

    public void Done() => http.NoContent();
}

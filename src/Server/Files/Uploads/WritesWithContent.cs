using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>Contents on their way to the rows that are written for them. Rows are written by the items engine, in the name
/// of the caller; the rules of the collection, which it asks within the transaction, find here what the server knows about
/// the content. Nobody else can set it, so nobody can point a row at the content of another.</summary>
internal sealed class WritesWithContent
{
    // By the caller of that one write: two writes never share an instance.
    private readonly ConcurrentDictionary<Caller, List<ReceivedFile>> _writes = new(ReferenceEqualityComparer.Instance);

    public async Task<T> RunAsync<T>(Caller caller, IReadOnlyList<ReceivedFile> files, Func<Caller, Task<T>> write)
    {
        var own = caller with { };
        _writes[own] = [.. files];
        try
        {
            return await write(own);
        }
        finally
        {
            _writes.TryRemove(own, out _);
        }
    }

    /// <summary>The content that this item is written for; null when the write brings none for it.</summary>
    public ReceivedFile? Take(Caller caller, JsonObject item)
    {
        if (!_writes.TryGetValue(caller, out var files)) return null;
        var found = files.Find(file => Same(file.Item, item, "filename_download") && Same(file.Item, item, "type") && Same(file.Item, item, "title"));
        if (found is not null) files.Remove(found);
        return found;
    }

    private static bool Same(JsonObject one, JsonObject other, string name) => JsonNode.DeepEquals(one[name], other[name]);
}

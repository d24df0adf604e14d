using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>Contents on their way to the rows that are written for them. Rows are written by the items engine, in the name
/// of the caller, who brings them along; the rules of the collection, which it asks within the transaction, find here what the
/// server knows about the content. Nobody else can set it, so nobody can point a row at the content of another.</summary>
internal sealed class WritesWithContent(IReadOnlyList<ReceivedFile> files)
{
    private readonly List<ReceivedFile> _left = [];
    private DbSession? _transaction;

    /// <summary>The caller of a write that brings these contents.</summary>
    public static Caller Bringing(IReadOnlyList<ReceivedFile> files, Caller caller) => caller with { Brought = new WritesWithContent(files) };

    /// <summary>The content that this item is written for; null when the write brings none for it.</summary>
    public static ReceivedFile? Take(Caller caller, DbSession transaction, JsonObject item) =>
        (caller.Brought as WritesWithContent)?.Take(transaction, item);

    private ReceivedFile? Take(DbSession transaction, JsonObject item)
    {
        // A transaction that is begun anew brings all of them once more.
        if (_transaction != transaction)
        {
            _transaction = transaction;
            _left.Clear();
            _left.AddRange(files);
        }

        var found = _left.Find(file => Same(file.Item, item, "filename_download") && Same(file.Item, item, "type") && Same(file.Item, item, "title"));
        if (found is not null) _left.Remove(found);
        return found;
    }

    private static bool Same(JsonObject one, JsonObject other, string name) => JsonNode.DeepEquals(one[name], other[name]);
}

using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>What a write has done so far and what it is about to do.</summary>
internal sealed class WriteLog
{
    private readonly List<ItemRecord> _records = [];
    private readonly HashSet<(string Table, object Key)> _created = [];

    /// <summary>The collection and the rows of the last statement, which is to blame when the database refuses.</summary>
    public (Collection Collection, IReadOnlyList<WriteRow> Rows)? Attempt { get; set; }

    public IReadOnlyList<ItemRecord> Records => _records;

    /// <summary>The changes that their collections want to be kept account of.</summary>
    public IReadOnlyList<ItemRecord> Accounted => [.. _records.Where(record => record.Collection.Accountability is not null)];

    public void Created(Collection collection, object key) => _created.Add((collection.Name, key));

    /// <summary>Whether the item exists only by this write.</summary>
    public bool IsNew(string table, object key) => _created.Contains((table, key));

    public void Add(IEnumerable<ItemRecord> records) => _records.AddRange(records);

    /// <summary>Notes what was written, inner items before the outer.</summary>
    public void Add(WriteNode node)
    {
        foreach (var link in node.ToOne)
        {
            Add(link.Target);
            if (node.Records.Count > 0) Nest(link.Target, node.Records[0]);
        }

        foreach (var write in node.ToMany)
        {
            var parent = node.Records.Count == 1 ? node.Records[0] : node.Records.FirstOrDefault(record => record.Key.Equals(write.ParentKey));
            foreach (var item in write.Items)
            {
                Add(item);
                if (parent is not null) Nest(item, parent);
            }

            Add(write.Deleted);
        }

        Add(node.Records);
    }

    private static void Nest(WriteNode node, ItemRecord parent)
    {
        foreach (var record in node.Records) record.Parent = parent;
    }

    public IEnumerable<ItemChanged> Changes() => _records.GroupBy(record => (record.Collection, record.Action))
        .Select(group => new ItemChanged(group.Key.Collection.Name, group.Key.Action, [.. group.Select(record => record.Key)]));

    /// <summary>A record; an update that set nothing has no revision.</summary>
    public static ItemRecord Record(Collection collection, AccessAction action, object key, byte[]? data, byte[]? delta)
    {
        var told = collection.Accountability == "all" && (action == AccessAction.Create || delta is not null);
        return new ItemRecord(collection, action, key) { Revision = told ? new ItemRevision(data, delta) : null };
    }
}

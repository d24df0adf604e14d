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

    public void Add(ItemRecord record) => _records.Add(record);

    /// <summary>Notes an item whose nested items are noted already, and that they are nested in it.</summary>
    public void Add(WriteNode node)
    {
        _records.AddRange(node.Records);
        if (node.Records.Count == 0) return;
        foreach (var link in node.ToOne)
            foreach (var record in link.Target.Records) record.Parent = node.Records[0];
        foreach (var write in node.ToMany)
        {
            var parent = node.Records.Count == 1 ? node.Records[0] : node.Records.FirstOrDefault(record => record.Key.Equals(write.ParentKey));
            foreach (var item in write.Items)
                foreach (var record in item.Records) record.Parent = parent;
        }
    }

    public IEnumerable<ItemChanged> Changes() => _records.GroupBy(record => (record.Collection, record.Action))
        .Select(group => new ItemChanged(group.Key.Collection.Name, group.Key.Action, [.. group.Select(record => record.Key)]));

    /// <summary>A record of what was set; the fields of relations are told of changes only, as Directus does.</summary>
    public static ItemRecord Record(Collection collection, AccessAction action, object key, byte[]? data, byte[]? delta)
    {
        var told = collection.Accountability == "all" && (action == AccessAction.Create || delta is not null);
        return new ItemRecord(collection, action, key) { Revision = told ? new ItemRevision(data, delta) : null };
    }
}

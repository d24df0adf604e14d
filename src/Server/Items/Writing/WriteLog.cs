using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>What a write has done so far and what it is about to do.</summary>
internal sealed class WriteLog
{
    private readonly Dictionary<WriteNode, List<ItemRecord>> _done = [];
    private readonly Dictionary<ToManyWrite, List<ItemRecord>> _doneBeside = [];
    private readonly List<ItemRecord> _records = [];

    /// <summary>The collection and the rows of the last statement, which is to blame when the database refuses.</summary>
    public (Collection Collection, IReadOnlyList<WriteRow> Rows)? LastStatement { get; set; }

    /// <summary>What is told of the write, in its order.</summary>
    public IReadOnlyList<ItemRecord> Records => _records;

    /// <summary>The changes that their collections want to be kept account of.</summary>
    public IReadOnlyList<ItemRecord> Accounted => [.. _records.Where(record => record.Collection.Accountability is not null)];

    /// <summary>Notes what was done to an item of the write.</summary>
    public void Add(WriteNode node, ItemRecord record)
    {
        if (!_done.TryGetValue(node, out var records)) _done[node] = records = [];
        records.Add(record);
    }

    /// <summary>Notes what was done to items of a list that the write names by key, or leaves out.</summary>
    public void AddBeside(ToManyWrite list, IEnumerable<ItemRecord> records)
    {
        if (!_doneBeside.TryGetValue(list, out var beside)) _doneBeside[list] = beside = [];
        beside.AddRange(records);
    }

    /// <summary>What was done to an item; nothing when it is not there.</summary>
    public IReadOnlyList<ItemRecord> Of(WriteNode node) => _done.TryGetValue(node, out var records) ? records : [];

    /// <summary>The key of an item, once it is written when it is a new one.</summary>
    public object KeyOf(WriteNode node, int ordinal = 0) => node.Action == AccessAction.Create ? _done[node][0].Key : node.Keys[ordinal];

    /// <summary>The key of the item that a list belongs to.</summary>
    public object ParentKeyOf(ToManyWrite list) => KeyOf(list.Parent, list.Ordinal);

    /// <summary>The items that exist only by this write.</summary>
    public HashSet<(string Collection, object Key)> Created() => [.. _done.Values.SelectMany(records => records)
        .Where(record => record.Action == AccessAction.Create).Select(record => (record.Collection.Name, record.Key))];

    /// <summary>Tells changes in their order, and what they were made within.</summary>
    public void Tell(IEnumerable<ItemRecord> records, ItemRecord? parent = null)
    {
        foreach (var record in records)
        {
            record.Parent = parent;
            _records.Add(record);
        }
    }

    /// <summary>Tells what was written, inner items before the outer.</summary>
    public void Tell(PlannedItem item, ItemRecord? parent = null)
    {
        var records = Of(item.Node);
        foreach (var link in item.Links)
            if (link.Item is { } target) Tell(target, records.Count > 0 ? records[0] : null);
        foreach (var list in item.Lists)
        {
            var owner = records.Count == 1 ? records[0] : records.FirstOrDefault(record => record.Key.Equals(ParentKeyOf(list.Write)));
            foreach (var inner in list.Items) Tell(inner, owner);
            if (_doneBeside.TryGetValue(list.Write, out var beside)) Tell(beside, owner);
        }

        Tell(records, parent);
    }

    public IEnumerable<ItemChanged> Changes() => _records.GroupBy(record => (record.Collection, record.Action))
        .Select(group => new ItemChanged(group.Key.Collection.Name, group.Key.Action, [.. group.Select(record => record.Key)]));
}

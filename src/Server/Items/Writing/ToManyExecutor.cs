using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Writes the items that refer to written items: creates, updates, links and unlinks.</summary>
internal sealed class ToManyExecutor(WriteTreeExecutor executor, RowChanges rows, WriteTreeChecker checker, CancellationToken cancellation)
{
    public async Task RunAsync(IReadOnlyList<ToManyWrite> writes)
    {
        foreach (var list in writes.GroupBy(write => write.Relation)) await RunListAsync([.. list]);
    }

    // All are of one relation.
    private async Task RunListAsync(List<ToManyWrite> writes)
    {
        var owners = await OwnersAsync(writes);
        await NumberAsync(writes);
        var items = writes.SelectMany(write => write.Items.Where(item => Links(write, item, owners))).ToList();
        await executor.RunAsync(items);
        foreach (var write in writes) await LinkAsync(write, owners);
        await UnlinkAsync(writes, owners);
    }

    /// <summary>What the items that the writes name by key refer to, and will until this write changes it.</summary>
    private async Task<Dictionary<object, object?>> OwnersAsync(List<ToManyWrite> writes)
    {
        var keys = writes.SelectMany(write => write.Linked.Concat(write.Removed)
            .Concat(write.Items.Where(item => item.Action == AccessAction.Update).Select(item => item.Keys[0]!))).Distinct().ToArray();
        if (keys.Length == 0) return [];
        var (collection, foreignKey) = (writes[0].Collection, writes[0].ForeignKey);
        var statement = WriteCompiler.Links(rows.Session.Dialect, collection, foreignKey, collection.PrimaryKey, keys, rows.Session.Dialect.ChangeLock);
        var found = await rows.Session.QueryAsync(statement, reader =>
            (Key: KeyReader.Read(rows.Session.Dialect, reader, 0, collection.PrimaryKey)!, Owner: KeyReader.Read(rows.Session.Dialect, reader, 1, foreignKey)), cancellation);
        return found.ToDictionary(row => row.Key, row => row.Owner);
    }

    // New items follow the last, in the order in which they are listed.
    private async Task NumberAsync(List<ToManyWrite> writes)
    {
        if (writes[0].Relation.SortField is null) return;
        var numbered = writes.Where(write => write.SortField is { } sort && write.Items.Any(item => item.Row.Expects(sort))).ToList();
        if (numbered.Count == 0) return;
        var highest = await HighestAsync(numbered);
        foreach (var write in numbered)
        {
            var number = highest.GetValueOrDefault(OwnKey(write));
            foreach (var item in write.Items.Where(item => item.Action == AccessAction.Create))
            {
                number++;
                if (item.Row.Expects(write.SortField!)) item.Parser.Link(item.Row, write.SortField!, number);
            }
        }
    }

    private async Task<Dictionary<object, long>> HighestAsync(List<ToManyWrite> writes)
    {
        var parents = writes.Where(write => write.Parent.Action == AccessAction.Update).Select(write => (object?)OwnKey(write)).Distinct().ToArray();
        if (parents.Length == 0) return [];
        var foreignKey = writes[0].ForeignKey;
        var statement = WriteCompiler.Highest(rows.Session.Dialect, writes[0].Collection, foreignKey, writes[0].SortField!, parents);
        var found = await rows.Session.QueryAsync(statement, reader => (Owner: KeyReader.Read(rows.Session.Dialect, reader, 0, foreignKey)!,
            Number: reader.IsDBNull(1) ? 0 : Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture)), cancellation);
        return found.ToDictionary(row => row.Owner, row => row.Number);
    }

    /// <summary>Lets the item refer to the parent; false when it is to be updated but is not there.</summary>
    private static bool Links(ToManyWrite write, WriteNode item, Dictionary<object, object?> owners)
    {
        if (item.Action == AccessAction.Update)
        {
            var key = item.Keys[0]!;
            if (!owners.TryGetValue(key, out var owner)) return false;
            var own = OwnKey(write);
            // An item that is linked already needs no right to be linked.
            if (own.Equals(owner) && !item.Row.Has(write.ForeignKey)) return true;
            item.Parser.Require(write.ForeignKey);
            owners[key] = own;
        }

        item.Parser.Link(item.Row, write.ForeignKey, write.ParentKey);
        return true;
    }

    private async Task LinkAsync(ToManyWrite write, Dictionary<object, object?> owners)
    {
        if (write.Linked.Count == 0) return;
        var own = OwnKey(write);
        var moved = new List<object>();
        foreach (var key in write.Linked.Distinct())
        {
            if (!owners.TryGetValue(key, out var owner)) throw DirectusException.Forbidden();
            if (own.Equals(owner)) continue;
            moved.Add(key);
            owners[key] = own;
        }

        if (moved.Count > 0) await ReferAsync(write, moved, write.ParentKey);
    }

    private async Task UnlinkAsync(List<ToManyWrite> writes, Dictionary<object, object?> owners)
    {
        foreach (var (write, keys) in await LeftOutAsync(writes)) await UnlinkAsync(write, keys);
        foreach (var write in writes.Where(write => write.Removed.Count > 0))
            await UnlinkAsync(write, [.. write.Removed.Distinct().Where(key => OwnKey(write).Equals(owners.GetValueOrDefault(key)))]);
    }

    private async Task UnlinkAsync(ToManyWrite write, List<object> keys)
    {
        if (keys.Count == 0) return;
        if (write.DeletesRemoved) write.Deleted.AddRange(await rows.DeleteAsync(write.Collection, [.. keys]));
        else await ReferAsync(write, keys, null);
    }

    /// <summary>The items that refer to a parent whose list does not name them. A parent that is new has none.</summary>
    private async Task<List<(ToManyWrite Write, List<object> Keys)>> LeftOutAsync(List<ToManyWrite> writes)
    {
        var whole = writes.Where(write => write.IsWhole && write.Parent.Action == AccessAction.Update).DistinctBy(OwnKey).ToDictionary(OwnKey);
        if (whole.Count == 0) return [];
        var (collection, foreignKey) = (writes[0].Collection, writes[0].ForeignKey);
        var named = writes.SelectMany(write => write.Linked.Concat(write.Items.SelectMany(item => item.Keys).Select(key => key!))).ToHashSet();
        var statement = WriteCompiler.Links(rows.Session.Dialect, collection, foreignKey, foreignKey, [.. whole.Keys]);
        var found = await rows.Session.QueryAsync(statement, reader =>
            (Key: KeyReader.Read(rows.Session.Dialect, reader, 0, collection.PrimaryKey)!, Owner: KeyReader.Read(rows.Session.Dialect, reader, 1, foreignKey)!), cancellation);
        return [.. found.Where(row => !named.Contains(row.Key)).GroupBy(row => row.Owner)
            .Select(group => (whole[group.Key], group.Select(row => row.Key).ToList()))];
    }

    // Linking is a change of the item that refers, and nobody may do it who may not change it.
    private async Task ReferAsync(ToManyWrite write, List<object> keys, object? target)
    {
        var data = JsonSerializer.SerializeToElement(new Dictionary<string, object?> { [write.ForeignKey.Name] = target });
        var parser = checker.ParserOf(write.Collection, AccessAction.Update);
        var path = write.Parent.Path.Add(write.Relation.OneField!);
        var node = new WriteNode(write.Collection, data, path) { Action = AccessAction.Update, Keys = [.. keys], Parser = parser };
        node.Row = parser.Parse(data, [], [], path);
        write.Items.Add(node);
        await executor.RunAsync([node]);
    }

    // The parent's key as the column of the foreign key holds it.
    private static object OwnKey(ToManyWrite write) =>
        ValueParser.TryParse(write.ForeignKey, JsonSerializer.SerializeToElement(write.ParentKey), out var key) == ValueProblem.None && key is not null
            ? key
            : throw DirectusException.InvalidPayload($"Field \"{write.ForeignKey.Name}\" in collection \"{write.Collection.Name}\" can't refer to this item");
}

using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Writes the items that refer to written items: creates, updates, links and unlinks.</summary>
internal sealed class ToManyExecutor(WriteTreeExecutor executor, RowChanges rows, WriteTreeChecker checker, WriteLog log,
    CancellationToken cancellation)
{
    private readonly DbSession _session = rows.Session;

    public async Task RunAsync(IReadOnlyList<PlannedList> lists)
    {
        foreach (var alike in lists.GroupBy(list => list.Write.Relation)) await RunAlikeAsync([.. alike]);
    }

    // All are of one relation.
    private async Task RunAlikeAsync(List<PlannedList> lists)
    {
        var owners = await OwnersAsync(lists);
        await NumberAsync(lists);
        await executor.RunAsync([.. lists.SelectMany(list => list.Items.Where(item => Links(list.Write, item, owners)))]);
        foreach (var list in lists) await LinkAsync(list.Write, owners);
        await UnlinkAsync(lists, owners);
    }

    /// <summary>What the items that the writes name by key refer to, and will until this write changes it.</summary>
    private async Task<Dictionary<object, object?>> OwnersAsync(List<PlannedList> lists)
    {
        var keys = lists.SelectMany(list => list.Write.Linked.Concat(list.Write.Removed)
            .Concat(list.Items.Where(item => item.Action == AccessAction.Update).Select(item => item.Node.Keys[0]))).Distinct().ToArray();
        if (keys.Length == 0) return [];
        var (collection, foreignKey) = (lists[0].Write.Collection, lists[0].Write.ForeignKey);
        var statement = WriteCompiler.Links(_session.Dialect, collection, foreignKey, collection.PrimaryKey, keys, _session.Dialect.ChangeLock);
        var found = await _session.QueryAsync(statement, reader => (
            Key: KeyReader.Read(_session.Dialect, reader, 0, collection.PrimaryKey)!,
            Owner: KeyReader.Read(_session.Dialect, reader, 1, foreignKey)), cancellation);
        return found.ToDictionary(row => row.Key, row => row.Owner);
    }

    // New items follow the last, in the order in which they are listed.
    private async Task NumberAsync(List<PlannedList> lists)
    {
        if (lists[0].Write.Relation.SortField is null) return;
        var numbered = lists.Where(list => list.Write.SortField is { } sort && list.Items.Any(item => item.Row.Expects(sort))).ToList();
        if (numbered.Count == 0) return;
        var highest = await HighestAsync(numbered);
        foreach (var list in numbered)
        {
            var sort = list.Write.SortField!;
            var number = highest.GetValueOrDefault(OwnKey(list.Write));
            foreach (var item in list.Items.Where(item => item.Action == AccessAction.Create))
            {
                number++;
                if (item.Row.Expects(sort)) item.Parser.Link(item.Row, sort, number);
            }
        }
    }

    private async Task<Dictionary<object, long>> HighestAsync(List<PlannedList> lists)
    {
        var parents = lists.Where(list => list.Write.Parent.Action == AccessAction.Update).Select(list => OwnKey(list.Write)).Distinct().ToArray();
        if (parents.Length == 0) return [];
        var (collection, foreignKey) = (lists[0].Write.Collection, lists[0].Write.ForeignKey);
        var statement = WriteCompiler.Highest(_session.Dialect, collection, foreignKey, lists[0].Write.SortField!, parents);
        var found = await _session.QueryAsync(statement, reader => (
            Owner: KeyReader.Read(_session.Dialect, reader, 0, foreignKey)!,
            Number: reader.IsDBNull(1) ? 0 : Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture)), cancellation);
        return found.ToDictionary(row => row.Owner, row => row.Number);
    }

    /// <summary>Lets the item refer to the parent; false when it is to be updated but is not there.</summary>
    private bool Links(ToManyWrite write, PlannedItem item, Dictionary<object, object?> owners)
    {
        if (item.Action == AccessAction.Update)
        {
            var key = item.Node.Keys[0];
            if (!owners.TryGetValue(key, out var owner)) return false;
            var own = OwnKey(write);
            // An item that is linked already needs no right to be linked.
            if (own.Equals(owner) && !item.Row.Has(write.ForeignKey)) return true;
            item.Parser.Require(write.ForeignKey);
            owners[key] = own;
        }

        item.Parser.Link(item.Row, write.ForeignKey, log.ParentKeyOf(write));
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

        if (moved.Count > 0) await ReferAsync(write, moved, log.ParentKeyOf(write));
    }

    private async Task UnlinkAsync(List<PlannedList> lists, Dictionary<object, object?> owners)
    {
        foreach (var (write, keys) in await LeftOutAsync(lists)) await UnlinkAsync(write, keys);
        foreach (var write in lists.Select(list => list.Write).Where(write => write.Removed.Count > 0))
            await UnlinkAsync(write, [.. write.Removed.Distinct().Where(key => OwnKey(write).Equals(owners.GetValueOrDefault(key)))]);
    }

    private async Task UnlinkAsync(ToManyWrite write, List<object> keys)
    {
        if (keys.Count == 0) return;
        if (write.DeletesRemoved) log.AddBeside(write, await rows.DeleteAsync(write.Collection, [.. keys]));
        else await ReferAsync(write, keys, null);
    }

    /// <summary>The items that refer to a parent whose list does not name them. A parent that is new has none.</summary>
    private async Task<List<(ToManyWrite Write, List<object> Keys)>> LeftOutAsync(List<PlannedList> lists)
    {
        var whole = lists.Select(list => list.Write).Where(write => write.IsWhole && write.Parent.Action == AccessAction.Update)
            .DistinctBy(OwnKey).ToDictionary(OwnKey);
        if (whole.Count == 0) return [];
        var (collection, foreignKey) = (lists[0].Write.Collection, lists[0].Write.ForeignKey);
        var named = lists.SelectMany(list => list.Write.Linked.Concat(list.Items.Select(item => log.KeyOf(item.Node)))).ToHashSet();
        var statement = WriteCompiler.Links(_session.Dialect, collection, foreignKey, foreignKey, [.. whole.Keys]);
        var found = await _session.QueryAsync(statement, reader => (
            Key: KeyReader.Read(_session.Dialect, reader, 0, collection.PrimaryKey)!,
            Owner: KeyReader.Read(_session.Dialect, reader, 1, foreignKey)!), cancellation);
        return [.. found.Where(row => !named.Contains(row.Key)).GroupBy(row => row.Owner)
            .Select(group => (whole[group.Key], group.Select(row => row.Key).ToList()))];
    }

    // Linking is a change of the item that refers, and nobody may do it who may not change it.
    private async Task ReferAsync(ToManyWrite write, List<object> keys, object? target)
    {
        var data = JsonSerializer.SerializeToElement(new Dictionary<string, object?> { [write.ForeignKey.Name] = target });
        var path = write.Parent.Path.Add(write.Relation.OneField!);
        var node = new WriteNode(write.Collection, data, path) { Action = AccessAction.Update, Keys = [.. keys] };
        await executor.RunAsync([checker.Check(node)]);
        log.AddBeside(write, log.Of(node));
    }

    // The parent's key as the column of the foreign key holds it.
    private object OwnKey(ToManyWrite write) =>
        ValueParser.TryParse(write.ForeignKey, JsonSerializer.SerializeToElement(log.ParentKeyOf(write)), out var key) == ValueProblem.None
            && key is not null
            ? key
            : throw WriteErrors.BadField(write.ForeignKey, "can't refer to this item");
}

using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Writes planned items with what is nested in them: first what they refer to, then they themselves, then what
/// refers to them. Items of one level go together, as few statements as there are kinds of them.</summary>
internal sealed class WriteTreeExecutor
{
    private readonly RowChanges _rows;
    private readonly WriteLog _log;
    private readonly ToManyExecutor _toMany;

    public WriteTreeExecutor(RowChanges rows, WriteTreeChecker checker, WriteLog log, CancellationToken cancellation)
    {
        _rows = rows;
        _log = log;
        _toMany = new ToManyExecutor(this, rows, checker, log, cancellation);
    }

    public async Task RunAsync(WritePlan plan)
    {
        // An item that refers to one beside it has to wait for it.
        if (plan.RefersToItself) foreach (var item in plan.Items) await RunAsync([item]);
        else await RunAsync(plan.Items);
    }

    public async Task RunAsync(IReadOnlyList<PlannedItem> items)
    {
        if (items.Count == 0) return;
        await LinkAsync(items);
        foreach (var created in items.Where(item => item.Action == AccessAction.Create).GroupBy(item => item.Collection))
            await _rows.CreateAsync(created.Key, [.. created]);
        await _rows.UpdateAsync([.. items.Where(item => item.Action == AccessAction.Update)]);
        await _toMany.RunAsync([.. items.SelectMany(item => item.Lists)]);
    }

    private async Task LinkAsync(IReadOnlyList<PlannedItem> items)
    {
        await RunAsync([.. items.SelectMany(item => item.Links).Select(link => link.Item).OfType<PlannedItem>()]);
        foreach (var item in items)
        {
            foreach (var link in item.Links)
                item.Parser.Link(item.Row, link.Field, _log.KeyOf(link.Target), item.Node.Data.TryGetProperty(link.Field.Name, out _));
            // Rules about values that were still to come could not be checked before.
            if (item.Row.HasExpected) item.Parser.Validate(item.Row, item.Node.Path);
        }
    }
}

using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Writes checked items with what is nested in them: first what they refer to, then they themselves, then what
/// refers to them. Items of one level go together, as few statements as there are kinds of them.</summary>
internal sealed class WriteTreeExecutor
{
    private readonly RowChanges _rows;
    private readonly ToManyExecutor _toMany;

    public WriteTreeExecutor(RowChanges rows, WriteTreeChecker checker, CancellationToken cancellation)
    {
        _rows = rows;
        _toMany = new ToManyExecutor(this, rows, checker, cancellation);
    }

    public async Task RunAsync(IReadOnlyList<WriteNode> nodes)
    {
        if (nodes.Count == 0) return;
        await LinkAsync(nodes);
        foreach (var created in nodes.Where(node => node.Action == AccessAction.Create).GroupBy(node => node.Collection))
            await _rows.CreateAsync(created.Key, [.. created]);
        await _rows.UpdateAsync([.. nodes.Where(node => node.Action == AccessAction.Update)]);
        await _toMany.RunAsync([.. nodes.SelectMany(node => node.ToMany)]);
    }

    private async Task LinkAsync(IReadOnlyList<WriteNode> nodes)
    {
        await RunAsync([.. nodes.SelectMany(node => node.ToOne).Select(link => link.Target).Where(target => target.Action is not null)]);
        foreach (var node in nodes)
        {
            foreach (var link in node.ToOne) node.Parser.Link(node.Row, link.Field, link.Target.Keys[0], node.Data.TryGetProperty(link.Field.Name, out _));
            // Rules about values that were still to come could not be checked before.
            if (node.Row.HasExpected) node.Parser.Validate(node.Row, node.Path);
        }
    }
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Which updates go into one statement: those of one item each that set the same columns, no item twice, so that it
/// does not matter in which order the database does them.</summary>
/// <param name="parameters">Number of parameters that a statement is to hold.</param>
/// <param name="alone">Collections whose items are updated one by one.</param>
internal sealed class UpdateBatches(int parameters, Func<Collection, bool> alone)
{
    private readonly Dictionary<(Collection, string), List<WriteNode>> _open = [];
    private readonly HashSet<(Collection, object?)> _items = [];

    public IEnumerable<IReadOnlyList<WriteNode>> Of(IReadOnlyList<WriteNode> nodes)
    {
        foreach (var node in nodes)
        {
            var columns = node.Row.Columns.ToArray();
            var joins = nodes.Count > 1 && Joins(node, columns);
            // What comes later has to find what came before.
            if (!joins || !_items.Add((node.Collection, node.Keys[0])))
                foreach (var batch in Close()) yield return batch;
            if (!joins)
            {
                yield return [node];
                continue;
            }

            _items.Add((node.Collection, node.Keys[0]));
            var place = (node.Collection, string.Join('\n', columns.Select(column => column.Name)));
            if (!_open.TryGetValue(place, out var alike)) _open[place] = alike = [];
            alike.Add(node);
            if ((alike.Count + 1) * (columns.Length + 1) <= parameters) continue;
            _open.Remove(place);
            yield return alike;
        }

        foreach (var batch in Close()) yield return batch;
    }

    private List<List<WriteNode>> Close()
    {
        var batches = _open.Values.ToList();
        _open.Clear();
        _items.Clear();
        return batches;
    }

    // Of unique values the order matters: the second item may take what the first gives up.
    private bool Joins(WriteNode node, Field[] columns) =>
        node.Keys.Length == 1 && columns.Length > 0 && !alone(node.Collection) && IsPlain(node.Collection.PrimaryKey)
        && !columns.Any(column => column.Column!.Unique || column.Kind == SqlKind.Other);

    // Keys come back as they were given; padded and case-blind texts may not.
    private static bool IsPlain(Field key) => key.Kind is SqlKind.Integer or SqlKind.BigInteger or SqlKind.Uuid
        || key.Kind == SqlKind.Text && key.Column!.DataType is "character varying" or "varchar" or "text";
}

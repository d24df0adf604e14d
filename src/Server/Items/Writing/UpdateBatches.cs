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
    private readonly Dictionary<(Collection, string), List<PlannedItem>> _open = [];
    private readonly HashSet<(Collection, object)> _items = [];

    public IEnumerable<IReadOnlyList<PlannedItem>> Of(IReadOnlyList<PlannedItem> items)
    {
        foreach (var item in items)
        {
            var columns = item.Row.Columns.ToArray();
            var joins = items.Count > 1 && Joins(item, columns);
            // What comes later has to find what came before.
            if (!joins || !_items.Add((item.Collection, item.Node.Keys[0])))
                foreach (var batch in Close()) yield return batch;
            if (!joins)
            {
                yield return [item];
                continue;
            }

            _items.Add((item.Collection, item.Node.Keys[0]));
            var place = (item.Collection, string.Join('\n', columns.Select(column => column.Name)));
            if (!_open.TryGetValue(place, out var alike)) _open[place] = alike = [];
            alike.Add(item);
            if ((alike.Count + 1) * (columns.Length + 1) <= parameters) continue;
            _open.Remove(place);
            yield return alike;
        }

        foreach (var batch in Close()) yield return batch;
    }

    private List<List<PlannedItem>> Close()
    {
        var batches = _open.Values.ToList();
        _open.Clear();
        _items.Clear();
        return batches;
    }

    // Of unique values the order matters: the second item may take what the first gives up.
    private bool Joins(PlannedItem item, Field[] columns) =>
        item.Node.Keys.Length == 1 && columns.Length > 0 && !alone(item.Collection) && IsPlain(item.Collection.PrimaryKey)
        && !columns.Any(column => column.Column!.Unique || column.Kind == SqlKind.Other);

    // Keys come back as they were given; padded and case-blind texts may not.
    private static bool IsPlain(Field key) => key.Kind is SqlKind.Integer or SqlKind.BigInteger or SqlKind.Uuid
        || key.Kind == SqlKind.Text && key.Column!.DataType is "character varying" or "varchar" or "text";
}

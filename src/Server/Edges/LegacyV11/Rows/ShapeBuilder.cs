using System.Collections.Immutable;
using Directus.Grpc.Server.Access;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Chooses what of rows is told: `columns`, and how deep the rows that they lead to are told in turn.</summary>
internal sealed class ShapeBuilder(Caller caller, int mostRelations)
{
    public const int MostDepth = 5;

    private int _relations;

    /// <param name="table">The table.</param>
    /// <param name="depth">How many relations deep; with 0 there are keys alone.</param>
    /// <param name="columns">Paths of the columns that were asked for; null for all.</param>
    public RowShape Build(LegacyTable table, int depth, IReadOnlyList<string>? columns) =>
        columns is null ? All(table, depth) : Asked(table, depth, [.. columns.Select(column => column.Split('.'))]);

    private RowShape All(LegacyTable table, int depth) => new(table, [.. table.Columns.Select(column => Shown(column, depth)).OfType<ShownColumn>()]);

    // The key is among them only when it was named; what is named with a dot is told as deep as that.
    private RowShape Asked(LegacyTable table, int depth, ImmutableArray<string[]> paths)
    {
        foreach (var path in paths) table.Column(path[0]);
        var shown = new List<ShownColumn>();
        foreach (var column in table.Columns)
        {
            var own = paths.Where(path => path[0] == column.Name).ToList();
            if (own.Count == 0) continue;
            var deeper = own.Where(path => path.Length > 1).Select(path => path[1..]).ToImmutableArray();
            if (deeper.IsEmpty) shown.AddRange(Shown(column, depth) is { } one ? [one] : []);
            else shown.Add(new ShownColumn(column, Asked(Next(column, deeper[0][0]), depth - 1, deeper)));
        }

        return new RowShape(table, [.. shown]);
    }

    // A list of rows has no keys of its own to tell.
    private ShownColumn? Shown(LegacyColumn column, int depth)
    {
        if (column.Relation is not { } relation) return new ShownColumn(column, null);
        if (depth > 0 && relation is { KeyOnly: false } && !column.Hidden && LegacyTables.Find(caller, relation.Table) is { } next)
            return new ShownColumn(column, Counted(All(next, depth - 1)));
        return relation.Many ? null : new ShownColumn(column, null);
    }

    private LegacyTable Next(LegacyColumn column, string asked) =>
        column.Relation is { } relation && LegacyTables.Find(caller, relation.Table) is { } next ? next : throw LegacyErrors.Column(asked);

    private RowShape Counted(RowShape shape) => ++_relations <= mostRelations
        ? shape
        : throw LegacyErrors.Refused($"The answer would reach into more than {mostRelations} relations: ask for less depth");
}

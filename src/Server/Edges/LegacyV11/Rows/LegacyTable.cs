using System.Collections.Immutable;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>A table as API v1.1 shows it to a caller: a collection under the names and in the values of its columns there.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Columns">The columns that the caller may read, in their order.</param>
internal sealed record LegacyTable(string Name, string Collection, ImmutableArray<LegacyColumn> Columns)
{
    /// <summary>The column of the primary key.</summary>
    public required LegacyColumn Key { get; init; }

    /// <summary>The column that tells active rows from drafts and deleted ones; null for none.</summary>
    public RowStatus? Status { get; init; }

    /// <summary>Rows of these statuses, told by their numbers; null where rows have no status.</summary>
    public Func<IReadOnlyList<string>, FilterNode>? StatusCondition { get; init; }

    /// <summary>Whether each of its rows counts as active.</summary>
    public bool AllActive { get; init; }

    /// <summary>What all of its rows have in common.</summary>
    public FilterNode Always { get; init; } = FilterNode.All;

    /// <summary>The order of a list that asks for none.</summary>
    public SortTerm? Order { get; init; }

    /// <summary>Whether rows are deleted by their status, and stay.</summary>
    public bool KeepsDeleted { get; init; }

    /// <summary>What else writes of its rows mean; null for nothing.</summary>
    public ITableRules? Rules { get; init; }

    /// <summary>A column that the caller may read; 404 for all others.</summary>
    public LegacyColumn Column(string name) =>
        Columns.FirstOrDefault(column => column.Name == name && !column.Hidden) ?? throw LegacyErrors.Column(name);
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>What a write does to the items that refer to one of its items.</summary>
internal sealed class ToManyWrite(Relation relation, Collection collection, Field foreignKey, WriteNode parent, int ordinal)
{
    public Relation Relation { get; } = relation;

    /// <summary>The collection of the items that refer.</summary>
    public Collection Collection { get; } = collection;

    /// <summary>Their field that refers.</summary>
    public Field ForeignKey { get; } = foreignKey;

    /// <summary>The item that they refer to.</summary>
    public WriteNode Parent { get; } = parent;

    /// <summary>Which of the parent's keys, when several items get the same list.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Whether the items listed are to be all: a list, in contrast to changes.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The items that are created or updated.</summary>
    public List<WriteNode> Items { get; } = [];

    /// <summary>Keys of items that are to refer to the parent.</summary>
    public List<object> Linked { get; } = [];

    /// <summary>Keys of items that are to refer to it no longer.</summary>
    public List<object> Removed { get; } = [];

    /// <summary>The field that numbers new items; only changes are numbered, a list keeps what it says.</summary>
    public Field? SortField => !IsWhole && Relation.SortField is { } name && Collection.TryGetField(name, out var sort)
        && sort is { IsAlias: false, Kind: SqlKind.Integer or SqlKind.BigInteger } ? sort : null;

    public bool DeletesRemoved => Relation.OneDeselectAction == "delete";
}

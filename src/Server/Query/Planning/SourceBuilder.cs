using System.Globalization;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Collects the joins of one source while its filters and sorts are planned.</summary>
public sealed class SourceBuilder
{
    private readonly List<Join> _joins = [];
    private readonly Dictionary<(string From, string Field, AccessScope Scope), string> _joined = [];
    private readonly AliasCounter _aliases;

    /// <summary>The source of a statement.</summary>
    public SourceBuilder(Collection collection) : this(collection, new AliasCounter(), "t0")
    {
    }

    private SourceBuilder(Collection collection, AliasCounter aliases, string alias) => (Collection, _aliases, Alias) = (collection, aliases, alias);

    public Collection Collection { get; }

    public string Alias { get; }

    /// <summary>The source of a sub-query of the same statement.</summary>
    public SourceBuilder Inner(Collection collection) => new(collection, _aliases, _aliases.Next());

    /// <summary>The alias of the related table, joined once per path and scope. Rows that the scope hides do not join.</summary>
    public string Join(string from, Field foreignKey, Collection target, AccessScope scope)
    {
        if (_joined.TryGetValue((from, foreignKey.Name, scope.Origin), out var known)) return known;
        var most = scope.Context.Options.MaxJoins;
        if (_joins.Count == most) throw DirectusException.InvalidQuery($"Filter and sort lead through more than {most} relations");
        var key = scope.Operand(this, from, scope.Context.Schema[foreignKey.Collection], foreignKey);
        var alias = _aliases.Next();
        var on = VisibleRows(alias, target, scope);
        _joins.Add(new Join(alias, target, key, on));
        return _joined[(from, foreignKey.Name, scope.Origin)] = alias;
    }

    public Source Build(Predicate where) => new(Alias, Collection, [.. _joins], where);

    // The row filter of a joined table goes into its ON; one that itself needs joins goes into a sub-query on the key.
    private Predicate VisibleRows(string alias, Collection target, AccessScope scope)
    {
        var inline = new SourceBuilder(target, _aliases, alias);
        var filter = scope.RowFilter(inline);
        if (inline._joins.Count == 0) return filter;
        var inner = Inner(target);
        return new Predicate.Exists(inner.Build(scope.RowFilter(inner)),
            new Operand(inner.Alias, target.PrimaryKey), new Operand(alias, target.PrimaryKey));
    }

    // Hands out the names of the tables in one statement: t0 is that of its source, t1, …
    private sealed class AliasCounter
    {
        private int _last;

        public string Next() => "t" + (++_last).ToString(CultureInfo.InvariantCulture);
    }
}

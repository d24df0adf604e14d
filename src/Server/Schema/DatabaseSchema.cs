using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Schema;

/// <summary>What the database looks like and what directus_* says about it. Never changes: a change of the schema
/// makes a new one, and a request holds one from start to end.</summary>
public sealed class DatabaseSchema
{
    private readonly FrozenDictionary<string, Collection> _collections;
    private readonly FrozenDictionary<(string Collection, string Field), Relation> _fromMany;
    private readonly FrozenDictionary<(string Collection, string Field), Relation> _fromOne;

    public DatabaseSchema(long version, IEnumerable<Collection> collections, IEnumerable<Relation> relations,
        ImmutableArray<JsonObject> folders)
    {
        Version = version;
        Folders = folders;
        Relations = [.. relations];
        _collections = collections.ToFrozenDictionary(collection => collection.Name, StringComparer.Ordinal);
        // A field may have several: a policy lists its roles and its users through the same field of directus_access.
        _fromMany = Relations.DistinctBy(relation => (relation.ManyCollection, relation.ManyField))
            .ToFrozenDictionary(relation => (relation.ManyCollection, relation.ManyField));
        _fromOne = Relations.Where(relation => relation is { OneCollection: not null, OneField: not null })
            .DistinctBy(relation => (relation.OneCollection, relation.OneField))
            .ToFrozenDictionary(relation => (relation.OneCollection!, relation.OneField!));
    }

    /// <summary>Grows with every reading of this process.</summary>
    public long Version { get; }

    /// <summary>Optional types and functions that this database has, by their names, such as `geometry` with PostGIS.</summary>
    public FrozenSet<string> Additions { get; init; } = [];

    /// <summary>Collections with a table, in no promised order.</summary>
    public ImmutableArray<Collection> Collections => _collections.Values;

    /// <summary>Rows of directus_collections that have no table.</summary>
    public ImmutableArray<JsonObject> Folders { get; }

    public ImmutableArray<Relation> Relations { get; }

    public bool TryGetCollection(string name, [NotNullWhen(true)] out Collection? collection) =>
        _collections.TryGetValue(name, out collection);

    /// <summary>A collection that is known to exist.</summary>
    public Collection this[string name] => _collections[name];

    /// <summary>The relation whose many side is this field (m2o, m2a).</summary>
    public Relation? RelationOfMany(string collection, string field) => _fromMany.GetValueOrDefault((collection, field));

    /// <summary>The relation that this alias field lists (o2m, and the junction of an m2m).</summary>
    public Relation? RelationOfOne(string collection, string field) => _fromOne.GetValueOrDefault((collection, field));
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema;

/// <summary>A collection with a table. Folders, which have none, are only metadata.</summary>
public sealed class Collection
{
    private readonly FrozenDictionary<string, Field> _byName;

    public Collection(string name, ImmutableArray<Field> fields)
    {
        Name = name;
        Fields = fields;
        _byName = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        Columns = [.. fields.Where(field => !field.IsAlias)];
        PrimaryKey = Columns.First(field => field.Column!.PrimaryKey);
    }

    public string Name { get; }

    /// <summary>Every field, columns and aliases, in the order of the answers.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>The fields that have a column.</summary>
    public ImmutableArray<Field> Columns { get; }

    public Field PrimaryKey { get; }

    public bool Singleton { get; init; }

    /// <summary>The accountability of collections that keep revisions.</summary>
    internal const string AccountsForAll = "all";

    /// <summary>What is recorded of changes: `all`, `activity` or null.</summary>
    public string? Accountability { get; init; }

    public string? SortField { get; init; }

    public string? Comment { get; init; }

    /// <summary>The row of directus_collections, null for a table that nobody has set up.</summary>
    public JsonObject? Meta { get; init; }

    /// <summary>Whether its items may have content versions.</summary>
    public bool Versioned => Meta?["versioning"]?.GetValueKind() == JsonValueKind.True;

    public bool IsSystem => Name.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal);

    public bool TryGetField(string name, [NotNullWhen(true)] out Field? field) => _byName.TryGetValue(name, out field);

    public override string ToString() => Name;
}

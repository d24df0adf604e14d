using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>A column as API v1.1 shows it.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Source">The field of Directus 11 that it shows; null for one that is the same for all rows.</param>
/// <param name="Form">How its values look.</param>
internal sealed record LegacyColumn(string Name, string? Source, ValueForm Form)
{
    /// <summary>The field behind it; null where there is none.</summary>
    public Field? Field { get; init; }

    /// <summary>Whether it is a field under its own name.</summary>
    public bool IsField => Source == Name && !Hidden && Made is null;

    /// <summary>Where it leads to.</summary>
    public LegacyRelation? Relation { get; init; }

    /// <summary>Whether a given value is taken; of others it is ignored.</summary>
    public bool Writable { get; init; } = true;

    /// <summary>Whether the caller may not read it. Where rows have the same columns for everybody it is told as null, and is otherwise
    /// as one that is not there.</summary>
    public bool Hidden { get; init; }

    /// <summary>How it is told when it is made of more than one value.</summary>
    public MadeValue? Made { get; init; }
}

/// <summary>A value of API v1.1 that is made of several of an item.</summary>
/// <param name="Reads">What of the item is read for it.</param>
/// <param name="Write">Writes it, of an item that holds these.</param>
internal sealed record MadeValue(ImmutableArray<FieldSelection> Reads, Action<JsonElement, Utf8JsonWriter> Write);

/// <summary>Where a column leads to.</summary>
/// <param name="Table">The other table, by its name in API v1.1.</param>
/// <param name="Many">Whether it is a list of that table's rows.</param>
/// <param name="Far">Of a list through a junction: the junction's field that holds the key of the row.</param>
internal sealed record LegacyRelation(string Table, bool Many = false, string? Far = null)
{
    /// <summary>Whether it is told as a key, whatever the depth.</summary>
    public bool KeyOnly { get; init; }

    /// <summary>A rule on what the column of that field leads to; of a list, on one of its rows.</summary>
    public FilterNode Lead(string source, FilterNode rule)
    {
        if (Far is not null) rule = new FilterNode.At(new FieldPath(Far), rule);
        return new FilterNode.At(new FieldPath(source), Many ? new FilterNode.Quantified(None: false, rule) : rule);
    }

    /// <summary>Whether it is one of the system's, whose keys are told as numbers.</summary>
    public bool IsSystem => Table.StartsWith("directus_", StringComparison.Ordinal);
}

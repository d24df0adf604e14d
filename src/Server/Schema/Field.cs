using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Schema;

/// <summary>A field of a collection: a column, or an alias that shows a relation or nothing.</summary>
public sealed record Field
{
    private SqlKind? _kind;

    public required string Collection { get; init; }

    public required string Name { get; init; }

    public required FieldType Type { get; init; }

    public FieldSpecials Specials { get; init; }

    /// <summary>Every entry of `special`, as stored.</summary>
    public IReadOnlyList<string> SpecialNames { get; init; } = [];

    /// <summary>The column; null for an alias.</summary>
    public ColumnSchema? Column { get; init; }

    /// <summary>The row of directus_fields with every stored setting, null for a column that nobody has set up.</summary>
    public JsonObject? Meta { get; init; }

    public bool Searchable { get; init; } = true;

    /// <summary>Rule that a written value must keep, as filter JSON.</summary>
    public JsonNode? Validation { get; init; }

    public string? ValidationMessage { get; init; }

    public bool IsAlias => Column is null;

    /// <summary>Whether it is fixed, as the fields of system collections are.</summary>
    public bool IsSystem { get; init; }

    /// <summary>How values of the column travel to and from the database.</summary>
    public SqlKind Kind => _kind ??= ColumnKinds.Of(this);

    /// <summary>Whether it is compared and read by the text of its values. The driver knows no types of extensions, text or not.</summary>
    public bool ByItsText => Kind == SqlKind.Other || Column is { Typed: true, DataType: "citext" };

    public bool Masked => (Specials & FieldSpecials.Masked) != 0;

    public bool Has(FieldSpecials special) => (Specials & special) != 0;

    // A field of a schema is itself and no other.
    public bool Equals(Field? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{Collection}.{Name}";
}

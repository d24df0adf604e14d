using System.Text.Json.Nodes;

namespace Directus.Grpc.Client;

/// <summary>Column of a field.</summary>
public sealed record FieldSchema
{
    /// <summary>Name of the column.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the table.</summary>
    public string? Table { get; init; }

    /// <summary>Type in the words of the database.</summary>
    public string? DataType { get; init; }

    /// <summary>Value of an item that gives none.</summary>
    public JsonNode? DefaultValue { get; init; }

    /// <summary>Expression of a generated column.</summary>
    public string? GenerationExpression { get; init; }

    /// <summary>Largest number of characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Digits in all.</summary>
    public int? NumericPrecision { get; init; }

    /// <summary>Digits after the point.</summary>
    public int? NumericScale { get; init; }

    /// <summary>Whether the database computes it.</summary>
    public bool? IsGenerated { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool? IsNullable { get; init; }

    /// <summary>Whether no two items share a value.</summary>
    public bool? IsUnique { get; init; }

    /// <summary>Whether it has an index.</summary>
    public bool? IsIndexed { get; init; }

    /// <summary>Whether it is the primary key.</summary>
    public bool? IsPrimaryKey { get; init; }

    /// <summary>Whether the database counts it up.</summary>
    public bool? HasAutoIncrement { get; init; }

    /// <summary>Database schema of the table that it refers to.</summary>
    public string? ForeignKeySchema { get; init; }

    /// <summary>Table that it refers to.</summary>
    public string? ForeignKeyTable { get; init; }

    /// <summary>Column that it refers to.</summary>
    public string? ForeignKeyColumn { get; init; }

    /// <summary>Comment on the column.</summary>
    public string? Comment { get; init; }
}

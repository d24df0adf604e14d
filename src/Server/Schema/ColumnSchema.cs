using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Schema;

/// <summary>A column as the database's catalogue describes it.</summary>
public sealed record ColumnSchema
{
    public required string Name { get; init; }

    /// <summary>Type in the words of the database: `character varying`, `varchar`, `timestamp with time zone`, …</summary>
    public required string DataType { get; init; }

    /// <summary>How values of this column travel, by its type in the database; what the API calls the field may differ, as
    /// a `varchar` whose field says `cast-json`.</summary>
    public SqlKind Kind { get; init; } = SqlKind.Text;

    /// <summary>Whether the database keeps nothing in it but values of the type. SQLite's types are little more than names.</summary>
    public bool Typed { get; init; }

    public bool Nullable { get; init; } = true;

    public int? MaxLength { get; init; }

    public int? Precision { get; init; }

    public int? Scale { get; init; }

    /// <summary>The default as a value (a CLR string, bool, long, decimal, …), null for none; an expression such as
    /// `CURRENT_TIMESTAMP` stays text.</summary>
    public object? Default { get; init; }

    /// <summary>The default in the words of the database; null for none.</summary>
    public string? DefaultExpression { get; init; }

    /// <summary>Whether the database fills the column in when an insert leaves it out.</summary>
    public bool HasDefault { get; init; }

    public bool AutoIncrement { get; init; }

    public bool PrimaryKey { get; init; }

    public bool Unique { get; init; }

    public bool Indexed { get; init; }

    /// <summary>Expression of a generated column, null otherwise.</summary>
    public string? GenerationExpression { get; init; }

    public bool Generated => GenerationExpression is not null;

    public ForeignKeySchema? ForeignKey { get; init; }

    public string? Comment { get; init; }
}

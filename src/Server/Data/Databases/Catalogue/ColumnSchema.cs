namespace Directus.Grpc.Server.Data.Databases.Catalogue;

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

    /// <summary>Of a domain, the type that it restricts.</summary>
    public string? BaseType { get; init; }

    /// <summary>Of a type that only the database knows, its name as one casts a text to it. It comes from the catalogue, quoted.</summary>
    public string? TextCast { get; init; }

    /// <summary>The labels of an enum; null for any other type.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Whether it holds lists, which travel as JSON.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether its values have an order of their own. Other types are sorted by their text.</summary>
    public bool Ordered { get; init; } = true;

    /// <summary>Whether no insert or update may give it a value.</summary>
    public bool AlwaysGenerated { get; init; }

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

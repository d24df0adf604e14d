namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>A column to make.</summary>
internal sealed record ColumnDefinition(string Name, ColumnType Type)
{
    /// <summary>Type as the catalogue tells it, of a column that is made again.</summary>
    public string? ExistingType { get; init; }

    /// <summary>Characters of a string, 255 when not said.</summary>
    public int? Length { get; init; }

    /// <summary>Digits of a decimal, 10 when not said.</summary>
    public int? Precision { get; init; }

    /// <summary>Digits of a decimal after the point, 5 when not said.</summary>
    public int? Scale { get; init; }

    public bool Nullable { get; init; } = true;

    public ColumnDefault? Default { get; init; }

    public bool PrimaryKey { get; init; }

    public bool AutoIncrement { get; init; }

    public bool Unique { get; init; }

    public bool Indexed { get; init; }

    public ForeignKeyDefinition? ForeignKey { get; init; }

    public string? Comment { get; init; }
}

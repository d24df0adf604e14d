using System.Collections.Immutable;

namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>A field of a system collection, as every Directus 11 database has it.</summary>
internal sealed record SystemField(string Name, string Type)
{
    /// <summary>Type of the column on PostgreSQL; null for an alias.</summary>
    public string? DbType { get; init; }

    public int? MaxLength { get; init; }

    public bool Required { get; init; }

    public bool PrimaryKey { get; init; }

    public bool AutoIncrement { get; init; }

    public bool Unique { get; init; }

    public bool Indexed { get; init; }

    /// <summary>A string, bool or long; `CURRENT_TIMESTAMP` for the time of the insert.</summary>
    public object? Default { get; init; }

    /// <summary>Table and column that it refers to.</summary>
    public (string Table, string Column)? References { get; init; }

    public string? OnDelete { get; init; }

    public ImmutableArray<string> Special { get; init; } = [];

    public bool IsAlias => DbType is null;
}

using System.Collections.Immutable;

namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>A table to make.</summary>
internal sealed record TableDefinition(string Name, ImmutableArray<ColumnDefinition> Columns)
{
    /// <summary>Unique constraints of several columns.</summary>
    public ImmutableArray<ImmutableArray<string>> Uniques { get; init; } = [];
}

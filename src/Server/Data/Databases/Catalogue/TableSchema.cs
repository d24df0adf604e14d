using System.Collections.Immutable;

namespace Directus.Grpc.Server.Data.Databases.Catalogue;

/// <summary>A table as the database's catalogue describes it.</summary>
public sealed record TableSchema(string Name, string? Comment, ImmutableArray<ColumnSchema> Columns);

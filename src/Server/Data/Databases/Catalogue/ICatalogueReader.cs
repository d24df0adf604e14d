using System.Collections.Immutable;

namespace Directus.Grpc.Server.Data.Databases.Catalogue;

/// <summary>Reads the tables of a database from its catalogue.</summary>
internal interface ICatalogueReader
{
    Task<ImmutableArray<TableSchema>> ReadAsync(DbSession session, CancellationToken cancellation);

    /// <summary>Names of the optional types and functions that are there.</summary>
    Task<IReadOnlyList<string>> ReadAdditionsAsync(DbSession session, CancellationToken cancellation);
}

using System.Collections.Immutable;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>Reads the tables of a database from its catalogue.</summary>
internal interface ICatalogueReader
{
    Task<ImmutableArray<TableSchema>> ReadAsync(DbSession session, CancellationToken cancellation);

    /// <summary>Names of the optional types and functions that are there.</summary>
    Task<IReadOnlyList<string>> ReadAdditionsAsync(DbSession session, CancellationToken cancellation);
}

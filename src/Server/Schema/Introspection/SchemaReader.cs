using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>Reads the schema of the live database.</summary>
internal sealed class SchemaReader(Database database)
{
    private readonly ICatalogueReader _catalogue = database.Dialect.Catalogue;

    public async Task<DatabaseSchema> ReadAsync(long version, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await ReadAsync(session, version, cancellation);
    }

    /// <summary>The schema as the session's transaction sees it.</summary>
    public async Task<DatabaseSchema> ReadAsync(DbSession session, long version, CancellationToken cancellation)
    {
        var tables = await _catalogue.ReadAsync(session, cancellation);
        var rows = await MetaRows.ReadAsync(session, tables, cancellation);
        return new SchemaBuilder(tables, rows).Build(version, await _catalogue.ReadAdditionsAsync(session, cancellation));
    }
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.SystemTables;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>Reads the schema of the live database.</summary>
internal sealed class SchemaReader(Database database, IOptions<SchemaOptions> options)
{
    private readonly ICatalogueReader _catalogue = database.Dialect.Catalogue;

    // Tables that the server itself needs cannot be left out.
    private readonly HashSet<string> _excluded =
        [.. options.Value.Excluded.Where(name => !name.StartsWith(SystemCollections.Prefix, StringComparison.OrdinalIgnoreCase))];

    public async Task<DatabaseSchema> ReadAsync(long version, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await ReadAsync(session, version, cancellation);
    }

    /// <summary>The schema as the session's transaction sees it.</summary>
    public async Task<DatabaseSchema> ReadAsync(DbSession session, long version, CancellationToken cancellation)
    {
        var all = await _catalogue.ReadAsync(session, cancellation);
        var tables = all.Where(table => !_excluded.Contains(table.Name)).ToList();
        var rows = (await MetaRows.ReadAsync(session, tables, cancellation)).Without(_excluded);
        return new SchemaBuilder(tables, rows).Build(version, await _catalogue.ReadAdditionsAsync(session, cancellation));
    }
}

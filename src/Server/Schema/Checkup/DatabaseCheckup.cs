using System.Globalization;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Checkup;

/// <summary>Looks at a database before it is served, and changes nothing.</summary>
internal sealed class DatabaseCheckup(Database database)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        var tables = await session.Dialect.Catalogue.ReadAsync(session, cancellation);
        if (!await SystemTableInstaller.IsInstalledAsync(session, cancellation))
            return [Empty(tables), .. TableCheck.WithoutKeys(tables), .. TableCheck.WithoutIndexes(tables)];
        return
        [
            ReleaseCheck.Of(await MigrationsAsync(session, tables, cancellation)),
            .. TableCheck.OfSystem(tables, await ConfiguredAsync(session, tables, cancellation)),
            .. TableCheck.WithoutKeys(tables),
            .. await CountersAsync(session, tables, cancellation),
            .. TableCheck.WithoutIndexes(tables),
        ];
    }

    private static Finding Empty(IReadOnlyCollection<TableSchema> tables) => new(FindingLevel.Note, tables.Count == 0
        ? "The database is empty: the first start makes the tables of the system and an administrator."
        : $"The database has {tables.Count} tables and none of the system: the first start makes those, and serves the others.");

    private static async Task<IReadOnlyCollection<string>> MigrationsAsync(DbSession session, IEnumerable<TableSchema> tables,
        CancellationToken cancellation) => tables.Any(table => table.Name == SystemCollections.Migrations)
        ? await session.QueryAsync(new SqlBuilder(session.Dialect).Append("select ").Name("version").Append(" from ")
            .Name(SystemCollections.Migrations).Build(),
            row => row.GetString(0), cancellation)
        : [];

    private static async Task<IReadOnlySet<(string Table, string Column)>> ConfiguredAsync(DbSession session, IEnumerable<TableSchema> tables,
        CancellationToken cancellation)
    {
        if (tables.All(table => table.Name != SystemCollections.Fields)) return new HashSet<(string, string)>();
        var sql = new SqlBuilder(session.Dialect).Append("select ").Name("collection").Append(", ").Name("field").Append(" from ")
            .Name(SystemCollections.Fields).Build();
        return (await session.QueryAsync(sql, row => (row.GetString(0), row.GetString(1)), cancellation)).ToHashSet();
    }

    // A key that was written by hand, or brought in from elsewhere, does not move the counter: the next new item would get one that is taken.
    private static async Task<List<Finding>> CountersAsync(DbSession session, IEnumerable<TableSchema> tables, CancellationToken cancellation)
    {
        var found = new List<Finding>();
        foreach (var table in tables)
        {
            if (table.Columns.FirstOrDefault(column => column is { PrimaryKey: true, AutoIncrement: true }) is not { } key) continue;
            if (session.Dialect.ReadCounter(table.Name, key.Name) is not { } sql) continue;
            var behind = await session.QueryAsync(sql, row => (Highest: Number(row[0]), Next: Number(row[1])), cancellation);
            found.AddRange(behind.Where(counter => counter.Highest > counter.Next).Select(counter => new Finding(FindingLevel.Problem,
                $"The counter of {table.Name}.{key.Name} is at {counter.Next}, and there is a key {counter.Highest}: new items would be refused.",
                $"SELECT setval(pg_get_serial_sequence('{SqlName.Quote(table.Name)}', '{key.Name}'), {counter.Highest});")));
        }

        return found;
    }

    private static long Number(object value) => value is DBNull ? 0 : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Checkup;

/// <summary>What of the tables is not as it should be.</summary>
internal static class TableCheck
{
    /// <summary>System tables and columns that are missing, and columns that nobody knows.</summary>
    /// <param name="tables">The tables of the database.</param>
    /// <param name="configured">The fields that directus_fields tells of.</param>
    public static IEnumerable<Finding> OfSystem(IReadOnlyCollection<TableSchema> tables, IReadOnlySet<(string Table, string Column)> configured)
    {
        foreach (var system in SystemSchema.Instance.Tables.Values)
        {
            if (tables.FirstOrDefault(table => table.Name == system.Name) is not { } table)
            {
                yield return new Finding(FindingLevel.Note, $"There is no table {system.Name}: what it is for is not served.");
                continue;
            }

            var (have, want) = (table.Columns.Select(column => column.Name).ToList(), system.Fields.Where(field => !field.IsAlias)
                .Select(field => field.Name).ToList());
            if (want.Except(have).ToList() is { Count: > 0 } missing)
                yield return new Finding(FindingLevel.Note, $"{system.Name} lacks {string.Join(", ", missing)}.");
            if (have.Except(want).Where(name => !configured.Contains((table.Name, name))).ToList() is { Count: > 0 } more)
                yield return new Finding(FindingLevel.Note,
                    $"{system.Name} has columns that are not known here: {string.Join(", ", more)}. They stay as they are.");
        }
    }

    /// <summary>Tables that cannot be served.</summary>
    public static IEnumerable<Finding> WithoutKeys(IEnumerable<TableSchema> tables) => tables
        .Where(table => table.Columns.Count(column => column.PrimaryKey) != 1)
        .Select(table => new Finding(FindingLevel.Note, $"{table.Name} has no primary key of one column: it is not served."));

    /// <summary>Columns that are looked up by and have no index: foreign keys, and those that Directus indexes.</summary>
    public static IEnumerable<Finding> WithoutIndexes(IEnumerable<TableSchema> tables)
    {
        foreach (var table in tables)
        {
            var system = SystemSchema.Instance.Tables.GetValueOrDefault(table.Name);
            foreach (var column in table.Columns.Where(column => column is { Indexed: false, Unique: false, PrimaryKey: false }))
            {
                var told = system?.Fields.FirstOrDefault(field => field.Name == column.Name);
                // Of its own tables Directus indexes no foreign keys.
                if (system is null ? column.ForeignKey is not null : told is { Indexed: true })
                    yield return Slow(table.Name, column.Name, column.ForeignKey);
            }
        }
    }

    private static Finding Slow(string table, string column, ForeignKeySchema? key) => new(FindingLevel.Advice,
        key is null
            ? $"{table}.{column} has no index."
            : $"{table}.{column} refers to {key.Table} and has no index: lists of it, and deletions there, read the whole table.",
        $"CREATE INDEX ON {SqlName.Quote(table)} ({SqlName.Quote(column)});");
}

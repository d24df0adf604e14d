using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

internal sealed class PostgresTableEditor(DbSession session, PostgresDdl ddl, CancellationToken cancellation) : ITableEditor
{
    public Task CreateAsync(params IReadOnlyList<TableDefinition> tables) => RunAsync(ddl.CreateTables(tables));

    public Task DropAsync(string table) => RunAsync([ddl.DropTable(table)]);

    public Task RenameAsync(string table, string name) => RunAsync([$"alter table {Quote(table)} rename to {Quote(name)}"]);

    public Task RenameColumnAsync(string table, string column, string name) =>
        RunAsync([$"alter table {Quote(table)} rename column {Quote(column)} to {Quote(name)}"]);

    public Task RenameForeignKeyAsync(string table, ForeignKeySchema key, string name) => key.Name == name
        ? Task.CompletedTask
        : RunAsync([$"alter table {Quote(table)} rename constraint {Quote(key.Name)} to {Quote(name)}"]);

    public Task AddColumnAsync(string table, ColumnDefinition column) =>
        RunAsync([$"alter table {Quote(table)} add column {ddl.ColumnClause(column)}", .. ddl.Constraints(table, column)]);

    public async Task AlterColumnAsync(string table, ColumnChange change)
    {
        var (column, alter) = (change.New, $"alter table {Quote(table)} alter column {Quote(change.New.Name)} ");
        // An index that goes must not hinder a type that can't have one.
        if (change.Unique && !column.Unique) await DropIndexesAsync(table, column.Name, unique: true);
        if (change.Indexed && !column.Indexed) await DropIndexesAsync(table, column.Name, unique: false);
        if (change.Type)
        {
            // The old default may not fit the new type.
            if (change.Old.HasDefault) await RunAsync([alter + "drop default"]);
            await RunAsync([alter + $"type {ddl.TypeOf(column)} using {Cast(change.Old, column)}"]);
            await CheckValuesAsync(table, column);
        }

        if (change.Type || change.Default)
        {
            await RunAsync([alter + (column.Default is { } value ? "set " + ddl.DefaultClause(column.Type, value) : "drop default")]);
        }

        if (change.Nullable) await RunAsync([alter + (column.Nullable ? "drop not null" : "set not null")]);
        if (change.Unique && column.Unique) await RunAsync([ddl.AddUnique(table, column.Name)]);
        if (change.Indexed && column.Indexed) await RunAsync([ddl.CreateIndex(table, column.Name)]);
    }

    public Task DropColumnAsync(string table, string column) => RunAsync([$"alter table {Quote(table)} drop column {Quote(column)}"]);

    public Task AddForeignKeyAsync(string table, string column, ForeignKeyDefinition key) => RunAsync([ddl.AddForeignKey(table, column, key)]);

    public Task DropForeignKeyAsync(string table, ColumnSchema column) => column.ForeignKey is { } key
        ? RunAsync([$"alter table {Quote(table)} drop constraint {Quote(key.Name)}"])
        : Task.CompletedTask;

    // An explicit cast to a sized type would cut values off; the conversion to the column's own size refuses them instead.
    private string Cast(ColumnSchema old, ColumnDefinition column) => column.Type switch
    {
        ColumnType.String => $"{Quote(column.Name)}::text",
        ColumnType.Decimal when old.Kind.IsNumber() => $"{Quote(column.Name)}::numeric",
        _ when IsDirect(old.Kind, column.Type) => $"{Quote(column.Name)}::{ddl.TypeOf(column)}",
        _ => $"{Quote(column.Name)}::text::{ddl.TypeOf(column)}",
    };

    // What PostgreSQL casts by itself; all else goes by its text.
    private static bool IsDirect(SqlKind from, ColumnType to) => to switch
    {
        ColumnType.Integer or ColumnType.BigInteger or ColumnType.Float => from.IsNumber() || (from == SqlKind.Boolean && to == ColumnType.Integer),
        ColumnType.Boolean => from == SqlKind.Integer,
        ColumnType.Date or ColumnType.DateTime or ColumnType.Timestamp => from is SqlKind.Date or SqlKind.DateTime or SqlKind.Timestamp,
        ColumnType.Time => from is SqlKind.DateTime or SqlKind.Timestamp,
        _ => false,
    };

    // A text may spell more than the API can tell: NaN, infinity, the year 12024.
    private async Task CheckValuesAsync(string table, ColumnDefinition column)
    {
        var odd = column.Type switch
        {
            ColumnType.Float or ColumnType.Decimal => "::text in ('NaN', 'Infinity', '-Infinity')",
            ColumnType.Date => " not between '0001-01-01' and '9999-12-31'",
            ColumnType.DateTime or ColumnType.Timestamp => " not between '0001-01-01Z' and '9999-12-31 23:59:59.999999Z'",
            ColumnType.Time => " = '24:00:00'",
            _ => null,
        };
        if (odd is null) return;
        var found = new SqlStatement($"select 1 from {Quote(table)} where {Quote(column.Name)}{odd} limit 1", []);
        if (await session.ScalarAsync(found, cancellation) is not null)
            throw new ViolationException(new DatabaseViolation(ViolationKind.InvalidValue, table, column.Name, null));
    }

    private async Task DropIndexesAsync(string table, string column, bool unique)
    {
        var sql = new SqlBuilder(session.Dialect).Append("""
            select n.relname, f.conname
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indrelid and c.relnamespace = current_schema()::regnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            join pg_catalog.pg_class n on n.oid = i.indexrelid
            left join pg_catalog.pg_constraint f on f.conindid = i.indexrelid and f.contype = 'u'
            where i.indnkeyatts = 1 and i.indpred is null and i.indexprs is null and not i.indisprimary and c.relname =
            """).Append(' ').Value(table, SqlKind.Text).Append(" and a.attname = ").Value(column, SqlKind.Text)
            .Append(" and i.indisunique = ").Value(unique, SqlKind.Boolean);
        var found = await session.QueryAsync(sql.Build(),
            row => (Index: row.GetString(0), Constraint: row.IsDBNull(1) ? null : row.GetString(1)), cancellation);
        await RunAsync(found.Select(index => index.Constraint is { } name
            ? $"alter table {Quote(table)} drop constraint {Quote(name)}"
            : ddl.DropIndex(index.Index)));
    }

    // Some at a time: a model may have hundreds, and each exchange with the database takes its time.
    private async Task RunAsync(IEnumerable<string> statements)
    {
        foreach (var some in statements.Chunk(100)) await session.ExecuteAsync(string.Join(";\n", some), cancellation);
    }
}

using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>Replaces a table by a changed one, with its rows, indexes, triggers and counter. Runs where foreign keys do not
/// act (<see cref="Database.AlterAsync{T}"/>), and checks them after.</summary>
internal sealed class SqliteRebuild(DbSession session, CancellationToken cancellation)
{
    /// <param name="table">The table.</param>
    /// <param name="change">Its text → that of the changed one.</param>
    /// <param name="converted">A column whose values are copied in another form.</param>
    public async Task RunAsync(string table, Func<SqliteTableText, SqliteTableText> change, (string Column, string Value)? converted = null)
    {
        var old = SqliteTableText.Parse(await TextAsync("select sql from sqlite_master where type = 'table' and name = ", table));
        var text = change(old);
        var (copy, broken) = (table + "__new", await BrokenAsync(table));
        var companions = await CompanionsAsync(table, ColumnsOf(old).Except(ColumnsOf(text)).ToList());
        var kept = (await CopiedAsync(table)).Where(ColumnsOf(text).Contains).ToList();

        await ExecuteAsync(text.ToSql(Quote(copy)));
        var list = string.Join(", ", kept.Select(Quote));
        var values = string.Join(", ", kept.Select(column => converted is { } other && other.Column == column ? other.Value : Quote(column)));
        if (kept.Count > 0) await ExecuteAsync($"insert into {Quote(copy)} ({list}) select {values} from {Quote(table)}");
        var counter = await CounterAsync(table);
        await ExecuteAsync($"drop table {Quote(table)}");
        // The new rules of renaming would follow references of views and triggers into the table that is not there just now.
        await ExecuteAsync("pragma legacy_alter_table = on");
        await ExecuteAsync($"alter table {Quote(copy)} rename to {Quote(table)}");
        await ExecuteAsync("pragma legacy_alter_table = off");
        await RestoreCounterAsync(table, counter);
        foreach (var statement in companions) await ExecuteAsync(statement);
        if (await BrokenAsync(table) > broken)
            throw new ViolationException(new DatabaseViolation(ViolationKind.ForeignKey, table, BrokenColumn(old, text), null));
    }

    private static IEnumerable<string> ColumnsOf(SqliteTableText text) => SqliteTableText.Parse(text.ToSql("t")).Parts
        .Select(part => part.Column).OfType<string>();

    // Only a foreign key that is new can be broken.
    private static string BrokenColumn(SqliteTableText old, SqliteTableText text) => SqliteTableText.Parse(text.ToSql("t")).Parts
        .Where(part => part.IsForeignKey && old.Parts.All(existing => existing.Sql != part.Sql))
        .Select(part => part.Constrained[0]).FirstOrDefault("");

    // Indexes on a column that goes, go with it.
    private Task<List<string>> CompanionsAsync(string table, List<string> gone)
    {
        var sql = new SqlBuilder(session.Dialect).Append("""
            select sql from sqlite_master m where sql is not null and type in ('index', 'trigger')
            and not (type = 'index' and exists (select 1 from pragma_index_info(m.name) c where
            """).Append(' ');
        session.Dialect.AppendIn(sql, builder => builder.Append("c.name"), [.. gone], SqlKind.Text);
        sql.Append(")) and tbl_name = ").Value(table, SqlKind.Text);
        return session.QueryAsync(sql.Build(), row => row.GetString(0), cancellation);
    }

    // Generated columns compute themselves again.
    private Task<List<string>> CopiedAsync(string table) => session.QueryAsync(
        new SqlBuilder(session.Dialect).Append("select name from pragma_table_xinfo(").Value(table, SqlKind.Text)
            .Append(") where hidden = 0").Build(),
        row => row.GetString(0), cancellation);

    private async Task<long> BrokenAsync(string table) => (long)(await session.ScalarAsync(
        new SqlBuilder(session.Dialect).Append("select count(*) from pragma_foreign_key_check(").Value(table, SqlKind.Text).Append(')').Build(),
        cancellation))!;

    // Keys of deleted rows must not be given out again. The table of counters exists once a table counts.
    private async Task<long?> CounterAsync(string table)
    {
        if (await session.ScalarAsync(new SqlStatement("select 1 from sqlite_master where name = 'sqlite_sequence'", []), cancellation) is null)
            return null;
        return (long?)await session.ScalarAsync(
            new SqlBuilder(session.Dialect).Append("select seq from sqlite_sequence where name = ").Value(table, SqlKind.Text).Build(), cancellation);
    }

    private async Task RestoreCounterAsync(string table, long? counter)
    {
        if (counter is not { } last) return;
        await session.ExecuteAsync(new SqlBuilder(session.Dialect).Append("delete from sqlite_sequence where name = ")
            .Value(table, SqlKind.Text).Build(), cancellation);
        await session.ExecuteAsync(new SqlBuilder(session.Dialect).Append("insert into sqlite_sequence (name, seq) values (")
            .Value(table, SqlKind.Text).Append(", ").Value(last, SqlKind.BigInteger).Append(')').Build(), cancellation);
    }

    private async Task<string> TextAsync(string query, string name) => (string)(await session.ScalarAsync(
        new SqlBuilder(session.Dialect).Append(query).Value(name, SqlKind.Text).Build(), cancellation))!;

    private Task ExecuteAsync(string sql) => session.ExecuteAsync(sql, cancellation);
}

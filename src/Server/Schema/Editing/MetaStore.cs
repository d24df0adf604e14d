using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Writes rows of system tables. Tables and columns are named by this program, values are parameters.</summary>
internal sealed class MetaStore(DbSession session, CancellationToken cancellation)
{
    // Fewer than either database takes.
    private const int MostParameters = 20_000;

    public Task InsertAsync(string table, params IReadOnlyList<MetaValue> values) => RunAsync(sql => sql
        .Append("insert into ").Name(table).Append(" (").List(values, (builder, value) => builder.Name(value.Column))
        .Append(") values (").List(values, (builder, value) => builder.Value(value.Value, value.Kind)).Append(')'));

    /// <summary>Inserts many rows in their order, those that follow each other with the same columns at once.</summary>
    public async Task InsertManyAsync(string table, IReadOnlyList<IReadOnlyList<MetaValue>> rows)
    {
        for (var start = 0; start < rows.Count;)
        {
            var columns = rows[start].Select(value => value.Column).ToList();
            var most = Math.Min(rows.Count - start, Math.Max(1, MostParameters / columns.Count));
            var alike = rows.Skip(start).Take(most).TakeWhile(row => row.Select(value => value.Column).SequenceEqual(columns)).ToList();
            await RunAsync(sql => sql.Append("insert into ").Name(table).Append(" (").List(columns, (builder, column) => builder.Name(column))
                .Append(") values ").List(alike, (builder, row) => builder.Append('(')
                    .List(row, (values, value) => values.Value(value.Value, value.Kind)).Append(')')));
            start += alike.Count;
        }
    }

    public async Task UpdateAsync(string table, IReadOnlyList<MetaValue> values, params IReadOnlyList<MetaValue> where)
    {
        if (values.Count == 0) return;
        await RunAsync(sql => Where(sql.Append("update ").Name(table).Append(" set ")
            .List(values, (builder, value) => builder.Name(value.Column).Append(" = ").Value(value.Value, value.Kind)), where));
    }

    public Task ClearAsync(string table, string column, params IReadOnlyList<MetaValue> where) =>
        UpdateAsync(table, [new MetaValue(column, null)], where);

    public Task DeleteAsync(string table, params IReadOnlyList<MetaValue> where) =>
        RunAsync(sql => Where(sql.Append("delete from ").Name(table), where));

    /// <summary>Deletes, or unlinks, what refers to rows that are about to be deleted: foreign keys do not act on SQLite here.</summary>
    public Task DeleteReferringAsync(string table, string column, string referred, MetaValue where) => RunAsync(sql =>
        Referring(sql.Append("delete from ").Name(table), column, referred, where));

    public Task ClearReferringAsync(string table, string column, string referred, MetaValue where) => RunAsync(sql =>
        Referring(sql.Append("update ").Name(table).Append(" set ").Name(column).Append(" = null"), column, referred, where));

    public Task UnlinkReferringAsync(string table, string column, string through, string referred, MetaValue where) => RunAsync(sql =>
    {
        sql.Append("update ").Name(table).Append(" set ").Name(column).Append(" = null where ").Name(column)
            .Append(" in (select ").Name("id").Append(" from ").Name(table);
        Referring(sql, through, referred, where).Append(')');
    });

    public async Task<bool> ExistsAsync(string table, MetaValue where)
    {
        var sql = Where(new SqlBuilder(session.Dialect).Append("select 1 from ").Name(table), [where]);
        return await session.ScalarAsync(sql.Build(), cancellation) is not null;
    }

    /// <summary>Takes an entry out of lists that are kept as text with commas between.</summary>
    public Task RemoveFromListAsync(string table, string column, string entry, params IReadOnlyList<MetaValue> where) =>
        ChangeListsAsync(table, column, entry, entries => entries.Where(other => other != entry), where);

    public Task RenameInListAsync(string table, string column, string entry, string name, params IReadOnlyList<MetaValue> where) =>
        ChangeListsAsync(table, column, entry, entries => entries.Select(other => other == entry ? name : other), where);

    /// <summary>Lets each row say what some of its columns are to be, and writes those that become another.</summary>
    public async Task RewriteAsync(string table, SystemField key, IReadOnlyList<SystemField> columns, Func<JsonObject, JsonObject> change,
        params IReadOnlyList<MetaValue> where)
    {
        var sql = new SqlBuilder(session.Dialect).Append("select ").Name(key.Name);
        foreach (var column in columns) sql.Append(", ").Name(column.Name);
        var rows = await session.QueryAsync(Where(sql.Append(" from ").Name(table), where).Build(),
            row => (Key: row.GetValue(0), Row: Read(row, columns)), cancellation);
        foreach (var (value, row) in rows)
        {
            var changed = change(row);
            var values = columns.Where(column => changed.ContainsKey(column.Name) && !JsonNode.DeepEquals(changed[column.Name], row[column.Name]))
                .Select(column => new MetaValue(column.Name, Text(column, changed[column.Name]), SystemTableDefinitions.KindOf(column))).ToList();
            await UpdateAsync(table, values, new MetaValue(key.Name, value is long number ? (int)number : value, SystemTableDefinitions.KindOf(key)));
        }
    }

    private static JsonObject Read(DbDataReader row, IReadOnlyList<SystemField> columns)
    {
        var read = new JsonObject();
        for (var i = 0; i < columns.Count; i++)
        {
            if (row.IsDBNull(i + 1)) continue;
            var text = row.GetString(i + 1);
            read[columns[i].Name] = columns[i].Type == "json" ? Json(text) : JsonValue.Create(text);
        }

        return read;
    }

    // What somebody wrote by hand and is no JSON mentions nothing.
    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(SystemField column, JsonNode? value) => column.Type == "json" ? value?.ToJsonString() : value?.GetValue<string>();

    /// <summary>Inserts a copy of a row under another key.</summary>
    public Task CopyAsync(string table, string key, string old, string name)
    {
        var others = SystemSchema.Instance.Tables[table].Fields.Where(field => !field.IsAlias && field.Name != key)
            .Select(field => field.Name).ToList();
        return RunAsync(sql =>
        {
            sql.Append("insert into ").Name(table).Append(" (").List([key, .. others], (builder, column) => builder.Name(column)).Append(") select ")
                .Value(name, SqlKind.Text);
            foreach (var column in others) sql.Append(", ").Name(column);
            Where(sql.Append(" from ").Name(table), [new MetaValue(key, old)]);
        });
    }

    private async Task ChangeListsAsync(string table, string column, string entry, Func<string[], IEnumerable<string>> change,
        IReadOnlyList<MetaValue> where)
    {
        var sql = Where(new SqlBuilder(session.Dialect).Append("select ").Name("id").Append(", ").Name(column).Append(" from ").Name(table), where);
        var rows = await session.QueryAsync(sql.Build(),
            row => (Id: row.GetInt64(0), List: row.IsDBNull(1) ? "" : row.GetString(1)), cancellation);
        foreach (var (id, list) in rows)
        {
            var entries = list.Split(',', StringSplitOptions.TrimEntries);
            if (!entries.Contains(entry)) continue;
            await UpdateAsync(table, [new MetaValue(column, string.Join(',', change(entries)))], new MetaValue("id", (int)id, SqlKind.Integer));
        }
    }

    private static SqlBuilder Referring(SqlBuilder sql, string column, string referred, MetaValue where)
    {
        sql.Append(" where ").Name(column).Append(" in (select ").Name("id").Append(" from ").Name(referred);
        return Where(sql, [where]).Append(')');
    }

    private static SqlBuilder Where(SqlBuilder sql, IReadOnlyList<MetaValue> where)
    {
        for (var i = 0; i < where.Count; i++)
        {
            sql.Append(i == 0 ? " where " : " and ").Name(where[i].Column).Append(" = ").Value(where[i].Value, where[i].Kind);
        }

        return sql;
    }

    private async Task RunAsync(Action<SqlBuilder> write)
    {
        var sql = new SqlBuilder(session.Dialect);
        write(sql);
        await session.ExecuteAsync(sql.Build(), cancellation);
    }
}

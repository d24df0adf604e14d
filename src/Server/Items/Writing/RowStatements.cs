using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Runs the statements that write rows, in their transaction.</summary>
internal sealed class RowStatements(DbSession session, DatabaseSchema schema, CancellationToken cancellation)
{
    /// <summary>Inserts the rows, as many in a statement as it holds, and answers their keys in the order of the rows.</summary>
    public async Task<List<object>> InsertAsync(Collection collection, IReadOnlyList<WriteRow> rows)
    {
        var keys = new List<object>(rows.Count);
        for (var start = 0; start < rows.Count;)
        {
            var columns = rows[start].Columns.ToArray();
            var count = Alike(rows, start, columns);
            var batch = rows.Skip(start).Take(count).Select(row => row.Values).ToArray();
            var statement = WriteCompiler.Insert(session.Dialect, collection, columns, batch);
            keys.AddRange(await KeysAsync(statement, collection));
            start += count;
            // Those that follow go on from the highest.
            if (KeyCounter.IsPassed(rows[start - 1]) && (start == rows.Count || !KeyCounter.IsPassed(rows[start])))
                await KeyCounter.AdvanceAsync(session, collection, cancellation);
        }

        return keys;
    }

    /// <summary>Inserts one row and whatever the statement is to do beside; answers its key.</summary>
    public async Task<object> InsertWithAsync(Collection collection, WriteRow row, Action<SqlBuilder, string> more)
    {
        var statement = WriteCompiler.InsertWith(session.Dialect, collection, [.. row.Columns], row.Values, more);
        return (await KeysAsync(statement, collection))[0];
    }

    /// <summary>Updates the rows with these keys; answers those that there were, each with its item after the change as JSON.</summary>
    public Task<List<(object Key, byte[] Item)>> UpdateAsync(Collection collection, WriteRow row, object[] keys)
    {
        var columns = row.Columns.ToArray();
        var node = Returning(collection);
        return ChangedAsync(collection, node, columns.Length > 0
            ? WriteCompiler.Update(session.Dialect, collection, columns, row.Values, keys, node)
            : WriteCompiler.Unchanged(session.Dialect, collection, keys, node));
    }

    /// <summary>Updates rows that set the same columns, each the one with its key; answers as <see cref="UpdateAsync"/> does.</summary>
    public Task<List<(object Key, byte[] Item)>> UpdateEachAsync(Collection collection, IReadOnlyList<(object Key, WriteRow Row)> rows)
    {
        var columns = rows[0].Row.Columns.ToArray();
        var node = Returning(collection);
        return ChangedAsync(collection, node,
            WriteCompiler.UpdateEach(session.Dialect, collection, columns, [.. rows.Select(row => ((object?)row.Key, row.Row.Values))], node));
    }

    // What a revision keeps of an item: not what it refers to.
    private PlanNode Returning(Collection collection) =>
        WriteCompiler.Returning(collection, field => schema.RelationOfMany(field.Collection, field.Name) is null);

    private async Task<List<(object Key, byte[] Item)>> ChangedAsync(Collection collection, PlanNode node, SqlStatement statement)
    {
        var renderer = new RowRenderer(session.Dialect, node);
        using var sink = new MemorySink();
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        return await session.QueryAsync(statement, reader =>
        {
            sink.Clear();
            json.Reset();
            renderer.Write(reader, json, null);
            json.Flush();
            return (KeyReader.Read(session.Dialect, reader, 0, collection.PrimaryKey)!, sink.Written.ToArray());
        }, cancellation);
    }

    public Task<List<object>> DeleteAsync(Collection collection, object[] keys) =>
        KeysAsync(WriteCompiler.Delete(session.Dialect, collection, keys), collection);

    /// <summary>Deletes the versions of items that are gone.</summary>
    public async Task DeleteVersionsAsync(Collection collection, IReadOnlyList<object> keys)
    {
        foreach (var some in keys.Chunk(session.Dialect.BatchParameters - 1))
        {
            var sql = new SqlBuilder(session.Dialect).Append("delete from ").Name(SystemCollections.Versions).Append(" where ")
                .Name("collection").Append(" = ").Value(collection.Name, SqlKind.Text).Append(" and ").Name("item").Append(" in (")
                .List(some, (inner, key) => inner.Value(KeyText.Of(key), SqlKind.Text)).Append(')');
            await session.ExecuteAsync(sql.Build(), cancellation);
        }
    }

    private Task<List<object>> KeysAsync(SqlStatement statement, Collection collection) =>
        session.QueryAsync(statement, reader => KeyReader.Read(session.Dialect, reader, 0, collection.PrimaryKey)!, cancellation);

    // Rows that set the same columns go into one statement, within the number of parameters that it may hold.
    private int Alike(IReadOnlyList<WriteRow> rows, int start, Field[] columns)
    {
        if (columns.Length == 0) return 1;
        var most = Math.Min(rows.Count - start, Math.Max(1, session.Dialect.BatchParameters / columns.Length));
        var count = 1;
        while (count < most && rows[start + count].Values.Count == columns.Length && columns.All(rows[start + count].Has)) count++;
        return count;
    }
}

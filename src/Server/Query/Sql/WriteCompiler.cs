using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>Rows to write → statements.</summary>
public static class WriteCompiler
{
    /// <summary>Inserts rows that set the same columns and answers their keys.</summary>
    public static SqlStatement Insert(Dialect dialect, Collection collection, IReadOnlyList<Field> columns,
        IReadOnlyList<IReadOnlyDictionary<Field, object?>> rows)
    {
        var sql = new SqlBuilder(dialect);
        AppendInsert(sql, collection, columns, rows);
        return sql.Build();
    }

    /// <summary>Inserts one row, as part of a `with` that answers its key and goes on with more.</summary>
    public static SqlStatement InsertWith(Dialect dialect, Collection collection, IReadOnlyList<Field> columns,
        IReadOnlyDictionary<Field, object?> row, Action<SqlBuilder, string> more)
    {
        const string created = "created";
        var sql = new SqlBuilder(dialect).Append("with ").Name(created).Append(" as (");
        AppendInsert(sql, collection, columns, [row]);
        more(sql.Append(')'), created);
        return sql.Append(" select ").Name(collection.PrimaryKey.Name).Append(" from ").Name(created).Build();
    }

    private static void AppendInsert(SqlBuilder sql, Collection collection, IReadOnlyList<Field> columns,
        IReadOnlyList<IReadOnlyDictionary<Field, object?>> rows)
    {
        sql.Append("insert into ").Name(collection.Name);
        if (columns.Count == 0) sql.Append(" default values");
        else
        {
            sql.Append(" (").List(columns, (inner, column) => inner.Name(column.Name)).Append(") values ");
            sql.List(rows, (inner, row) =>
                inner.Append('(').List(columns, (cell, column) => ColumnCompiler.Value(cell, column, row[column])).Append(')'));
        }

        ColumnCompiler.Append(sql.Append(" returning "), null, collection.PrimaryKey);
        if (collection.PrimaryKey.ByItsText) sql.Append(" as ").Name(collection.PrimaryKey.Name);
    }

    /// <summary>Sets columns of the rows with these keys and answers the rows as the node of <see cref="Returning"/> lists them.</summary>
    public static SqlStatement Update(Dialect dialect, Collection collection, IReadOnlyList<Field> columns,
        IReadOnlyDictionary<Field, object?> values, object?[] keys, PlanNode answer)
    {
        var sql = new SqlBuilder(dialect).Append("update ").Name(collection.Name).Append(" set ")
            .List(columns, (inner, column) => ColumnCompiler.Value(inner.Name(column.Name).Append(" = "), column, values[column]));
        AppendKeys(sql, collection, keys);
        return sql.Append(" returning ").List(SelectCompiler.Columns(answer), CellCompiler.Append).Build();
    }

    /// <summary>Sets the same columns of several rows, each to values of its own; answers as <see cref="Update"/> does, in any
    /// order.</summary>
    public static SqlStatement UpdateEach(Dialect dialect, Collection collection, IReadOnlyList<Field> columns,
        IReadOnlyList<(object? Key, IReadOnlyDictionary<Field, object?> Values)> rows, PlanNode answer)
    {
        // Both databases name the columns of VALUES column1, column2, …
        var (key, given) = (collection.PrimaryKey, collection.Name + "_given");
        var sql = new SqlBuilder(dialect).Append("update ").Name(collection.Name).Append(" set ");
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0) sql.Append(", ");
            sql.Name(columns[i].Name).Append(" = ").Name(given).Append(".column").Append(i + 2);
        }

        sql.Append(" from (values ").List(rows, (inner, row) =>
        {
            ColumnCompiler.Value(inner.Append('('), key, row.Key);
            foreach (var column in columns) ColumnCompiler.Value(inner.Append(", "), column, row.Values[column]);
            inner.Append(')');
        });
        sql.Append(") as ").Name(given).Append(" where ").Name(collection.Name, key.Name).Append(" = ").Name(given).Append(".column1");
        return sql.Append(" returning ").List(SelectCompiler.Columns(answer), CellCompiler.Append).Build();
    }

    /// <summary>The rows with these keys, for an update that sets nothing.</summary>
    public static SqlStatement Unchanged(Dialect dialect, Collection collection, object?[] keys, PlanNode answer)
    {
        var sql = new SqlBuilder(dialect).Append("select ").List(SelectCompiler.Columns(answer), CellCompiler.Append)
            .Append(" from ").Name(collection.Name);
        AppendKeys(sql, collection, keys);
        return sql.Build();
    }

    /// <summary>Keeps others from changing the row with this key.</summary>
    public static SqlStatement Lock(Dialect dialect, Collection collection, object key)
    {
        var sql = new SqlBuilder(dialect).Append("select 1 from ").Name(collection.Name);
        AppendKeys(sql, collection, [key]);
        return (dialect.RowLock is { } mode ? sql.Append(mode) : sql).Build();
    }

    /// <summary>Keeps others from changing the rows with these keys. All lock in the order of the keys, so that nobody waits for
    /// somebody who waits for him.</summary>
    public static SqlStatement LockAll(Dialect dialect, Collection collection, object?[] keys, string mode)
    {
        var sql = new SqlBuilder(dialect).Append("select 1 from ").Name(collection.Name);
        AppendKeys(sql, collection, keys);
        return sql.Append(" order by ").Name(collection.PrimaryKey.Name).Append(mode).Build();
    }

    public static SqlStatement Delete(Dialect dialect, Collection collection, object?[] keys)
    {
        var sql = new SqlBuilder(dialect).Append("delete from ").Name(collection.Name);
        AppendKeys(sql, collection, keys);
        return ColumnCompiler.Append(sql.Append(" returning "), null, collection.PrimaryKey).Build();
    }

    /// <summary>The key and a field of the rows whose column is one of the values, in the order of the keys.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="collection">The collection of the rows.</param>
    /// <param name="field">What is told beside the key.</param>
    /// <param name="column">What is compared.</param>
    /// <param name="values">What it is compared with.</param>
    /// <param name="mode">How the rows are locked; null for not at all.</param>
    public static SqlStatement Links(Dialect dialect, Collection collection, Field field, Field column, object?[] values, string? mode = null)
    {
        var sql = ColumnCompiler.Append(new SqlBuilder(dialect).Append("select "), null, collection.PrimaryKey).Append(", ");
        ColumnCompiler.Append(sql, null, field).Append(" from ").Name(collection.Name);
        AppendIn(sql, column, values);
        sql.Append(" order by ").Name(collection.PrimaryKey.Name);
        return (mode is null ? sql : sql.Append(mode)).Build();
    }

    /// <summary>The largest number among the rows that refer to each of the parents.</summary>
    public static SqlStatement Highest(Dialect dialect, Collection collection, Field foreignKey, Field number, object?[] parents)
    {
        var sql = ColumnCompiler.Append(new SqlBuilder(dialect).Append("select "), null, foreignKey).Append(", max(").Name(number.Name)
            .Append(") from ").Name(collection.Name);
        AppendIn(sql, foreignKey, parents);
        return sql.Append(" group by ").Name(foreignKey.Name).Build();
    }

    /// <summary>Columns of a written row, the key first.</summary>
    public static PlanNode Returning(Collection collection, Func<Field, bool> which) => new()
    {
        Source = new Source(collection.Name, collection, [], Predicate.True),
        Outputs = [.. collection.Columns.Where(column => column.Column!.PrimaryKey || which(column))
            .OrderBy(column => column.Column!.PrimaryKey ? 0 : 1)
            .Select(column => (PlanOutput)new PlanOutput.Value(column.Name, new Operand(collection.Name, column)))],
        Order = [],
    };

    private static void AppendKeys(SqlBuilder sql, Collection collection, object?[] keys) => AppendIn(sql, collection.PrimaryKey, keys);

    private static void AppendIn(SqlBuilder sql, Field column, object?[] values)
    {
        sql.Append(" where ");
        if (values is [var value]) ColumnCompiler.Append(sql, null, column).Append(" = ").Value(value, column.Kind);
        else sql.Dialect.AppendIn(sql, inner => ColumnCompiler.Append(inner, null, column), values, column.Kind);
    }
}

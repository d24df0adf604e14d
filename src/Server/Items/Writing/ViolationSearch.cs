using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Finds, after a write was rolled back, which of its rows and fields broke a unique or foreign key: a database
/// tells the constraint at best, and never the row.</summary>
/// <param name="database">Where to look.</param>
/// <param name="schema">What is referred to.</param>
/// <param name="created">What the write had made was there for the database, and went with the transaction.</param>
internal sealed class ViolationSearch(Database database, DatabaseSchema schema, IReadOnlySet<(string Collection, object Key)> created)
{
    public async Task<(Field? Field, WriteRow? Row)> FindAsync(ViolationKind kind, Field? field, IReadOnlyList<WriteRow> rows,
        CancellationToken cancellation)
    {
        if (rows.Count == 0) return (field, null);
        await using var session = await database.OpenAsync(cancellation);
        var fields = field is not null ? [field] : Candidates(kind, rows[0].Collection);
        foreach (var candidate in fields)
        {
            if (await FindAsync(session, kind, candidate, rows, cancellation) is { } row) return (candidate, row);
        }

        return (field, null);
    }

    private static IEnumerable<Field> Candidates(ViolationKind kind, Collection collection) => collection.Columns.Where(column =>
        kind == ViolationKind.Unique ? column.Column!.Unique || column.Column.PrimaryKey : column.Column!.ForeignKey is not null);

    private async Task<WriteRow?> FindAsync(DbSession session, ViolationKind kind, Field field, IReadOnlyList<WriteRow> rows,
        CancellationToken cancellation)
    {
        var seen = new HashSet<object>();
        foreach (var row in rows)
        {
            if (row.Values.GetValueOrDefault(field) is not { } value) continue;
            var repeated = !seen.Add(value);
            if (kind == ViolationKind.ForeignKey)
            {
                if (!repeated && !await ExistsAsync(session, kind, field, value, cancellation)) return row;
            }
            else if (repeated || await ExistsAsync(session, kind, field, value, cancellation)) return row;
        }

        return null;
    }

    private async Task<bool> ExistsAsync(DbSession session, ViolationKind kind, Field field, object value, CancellationToken cancellation)
    {
        var key = field.Column!.ForeignKey;
        var (table, column) = kind == ViolationKind.Unique || key is null ? (field.Collection, field.Name) : (key.Table, key.Column);
        var compared = kind != ViolationKind.Unique && schema.TryGetCollection(table, out var target) && target.TryGetField(column, out var referred)
            ? referred
            : field;
        if (kind == ViolationKind.ForeignKey && created.Contains((table, value))) return true;
        var sql = new SqlBuilder(database.Dialect).Append("select 1 from ").Name(table).Append(" where ");
        if (compared.ByItsText) sql.Dialect.AppendOutput(sql, compared.Column!.TextCast, inner => inner.Name(column));
        else sql.Name(column);
        sql.Append(" = ").Value(value, compared.Kind);
        return await session.ScalarAsync(sql.Build(), cancellation) is not null;
    }
}

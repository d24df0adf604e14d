using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>Reads the schema table and the pragma functions of SQLite, every table in one statement each.</summary>
internal sealed partial class SqliteCatalogueReader : ICatalogueReader
{
    // Shadow tables of virtual tables and SQLite's own are no tables of anybody's.
    private const string Tables = """
        from sqlite_master m join pragma_table_list l on l.schema = 'main' and l.name = m.name and l.type = 'table'
        """;

    private const string Columns = $"""
        select m.name, m.sql, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
        {Tables} join pragma_table_xinfo(m.name) c
        where m.type = 'table' and m.name not like 'sqlite\_%' escape '\' and c.hidden <> 1
        order by m.name, c.cid
        """;

    private const string Indexes = """
        select m.name, i."unique", i.origin, (select c.name from pragma_index_info(i.name) c),
               (select count(*) from pragma_index_info(i.name) c)
        from sqlite_master m join pragma_index_list(m.name) i
        where m.type = 'table' and i.partial = 0
        """;

    private const string ForeignKeys = """
        select m.name, f."from", f."table", f."to", f.on_update, f.on_delete, f.id,
               (select c.name from pragma_table_info(f."table") c where c.pk = 1)
        from sqlite_master m join pragma_foreign_key_list(m.name) f
        where m.type = 'table'
        order by m.name, f.id, f.seq
        """;

    [GeneratedRegex(@"^\s*(?<name>[^()]*?)\s*(?:\(\s*(?<first>\d+)\s*(?:,\s*(?<second>\d+)\s*)?\))?\s*$")]
    private static partial Regex DeclaredType();

    public Task<IReadOnlyList<string>> ReadAdditionsAsync(DbSession session, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public async Task<ImmutableArray<TableSchema>> ReadAsync(DbSession session, CancellationToken cancellation)
    {
        var columns = await session.QueryAsync(new SqlStatement(Columns, []), ReadColumn, cancellation);
        var keys = (await session.QueryAsync(new SqlStatement(ForeignKeys, []), ReadForeignKey, cancellation))
            .GroupBy(key => (key.Table, key.Id)).Where(group => group.Count() == 1).Select(group => group.First())
            .GroupBy(key => (key.Table, key.Column)).ToDictionary(group => group.Key, group => group.First().Key);
        var marks = new Dictionary<(string, string), ColumnMarks>();
        foreach (var (at, mark) in await session.QueryAsync(new SqlStatement(Indexes, []), ReadIndex, cancellation))
        {
            marks[at] = marks.GetValueOrDefault(at) | mark;
        }

        return
        [
            .. columns.GroupBy(column => column.Table).Select(table => new TableSchema(table.Key, null,
                Completed([.. table], marks, keys))),
        ];
    }

    private static ImmutableArray<ColumnSchema> Completed(List<ColumnRow> rows,
        Dictionary<(string, string), ColumnMarks> marks, Dictionary<(string, string), ForeignKeySchema> keys)
    {
        var single = rows.Count(row => row.KeyPosition > 0) == 1;
        return
        [
            .. rows.Select(row =>
            {
                var mark = marks.GetValueOrDefault((row.Table, row.Column.Name));
                var primary = single && row.KeyPosition > 0;
                // Exactly this type makes the column the row id, which SQLite counts up by itself.
                var counts = primary && row.Declared.Equals("integer", StringComparison.OrdinalIgnoreCase) && !row.WithoutRowId;
                var big = counts && row.Sql.Contains(SqliteDdl.BigKey, StringComparison.OrdinalIgnoreCase);
                return row.Column with
                {
                    DataType = big ? "bigint" : row.Column.DataType,
                    Kind = big ? SqlKind.BigInteger : row.Column.Kind,
                    PrimaryKey = primary,
                    Nullable = row.Column.Nullable && !primary,
                    AutoIncrement = counts,
                    HasDefault = row.Column.HasDefault || counts,
                    Unique = primary || (mark & ColumnMarks.Unique) != 0,
                    Indexed = !primary && mark == ColumnMarks.Indexed,
                    ForeignKey = keys.GetValueOrDefault((row.Table, row.Column.Name)),
                };
            }),
        ];
    }

    private static ColumnRow ReadColumn(DbDataReader row)
    {
        var declared = row.GetString(3);
        var match = DeclaredType().Match(declared);
        var type = match.Success ? match.Groups["name"].Value.ToLowerInvariant() : declared;
        int? first = Number(match, "first"), second = Number(match, "second");
        var isDecimal = type is "decimal" or "numeric";
        var expression = row.IsDBNull(5) ? null : row.GetString(5);
        // 2 and 3: virtual and stored generated columns, whose expression no pragma tells.
        var generated = row.GetInt32(7) is 2 or 3;
        var kind = ColumnTypes.KindOf(type, isDecimal ? null : first);
        var column = new ColumnSchema
        {
            Name = row.GetString(2),
            DataType = type,
            Kind = kind,
            MaxLength = isDecimal ? null : first,
            Precision = isDecimal ? first : null,
            Scale = isDecimal ? second : null,
            Nullable = row.GetInt32(4) == 0,
            Default = expression is null ? null : Default(expression, kind),
            DefaultExpression = expression,
            HasDefault = generated || (expression is not null && !DefaultValue.IsNull(expression)),
            GenerationExpression = generated ? "" : null,
        };
        return new ColumnRow(row.GetString(0), row.GetString(1), column, declared, row.GetInt32(6));
    }

    /// <summary>`'draft'`, `"draft"`, `0`, `CURRENT_TIMESTAMP`, `(…)`, …</summary>
    private static object? Default(string expression, SqlKind kind)
    {
        if (DefaultValue.IsNull(expression)) return null;
        // The catalogue leaves out the outer parentheses.
        if (SqliteDdl.NowMilliseconds.AsSpan(1..^1).SequenceEqual(expression)) return "CURRENT_TIMESTAMP";
        if (expression[0] is not ('\'' or '"')) return DefaultValue.Plain(expression, kind);
        var text = DefaultValue.Unquoted(expression, out var end);
        return end == expression.Length ? DefaultValue.Constant(text, kind) : expression;
    }

    private static ((string, string) At, ColumnMarks Marks) ReadIndex(DbDataReader row)
    {
        // An index on an expression names no column; one of several columns says nothing about one.
        var usable = !row.IsDBNull(3) && row.GetInt32(4) == 1;
        var marks = !usable ? ColumnMarks.None : row.GetInt32(1) == 1 ? ColumnMarks.Unique : ColumnMarks.Indexed;
        return ((row.GetString(0), usable ? row.GetString(3) : ""), marks);
    }

    // Without a named column a reference means the primary key.
    private static (string Table, string Column, int Id, ForeignKeySchema Key) ReadForeignKey(DbDataReader row)
    {
        var (table, column, referred) = (row.GetString(0), row.GetString(1), row.GetString(2));
        var target = !row.IsDBNull(3) ? row.GetString(3) : row.IsDBNull(7) ? "id" : row.GetString(7);
        var name = ConstraintName.ForeignKey(table, column);
        return (table, column, row.GetInt32(6), new ForeignKeySchema(name, referred, target, row.GetString(4), row.GetString(5)));
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record ColumnRow(string Table, string Sql, ColumnSchema Column, string Declared, int KeyPosition)
    {
        public bool WithoutRowId => Sql.Contains("without rowid", StringComparison.OrdinalIgnoreCase);
    }
}

using System.Collections.Immutable;
using System.Data.Common;
using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

/// <summary>Reads pg_catalog, which is several times as fast as information_schema. Only the first schema of the search path
/// counts, as that is where unqualified names lead.</summary>
internal sealed class PostgresCatalogueReader : ICatalogueReader
{
    // atttypmod holds length + 4, or (precision << 16 | scale) + 4. A column of a domain is one of the type beneath it. A type has an
    // order when there is one that indexes go by; that of a list is its elements'.
    private const string Columns = """
        with recursive domains(oid, base, mod) as (
            select oid, typbasetype, typtypmod from pg_catalog.pg_type where typtype = 'd'
            union all
            select d.oid, t.typbasetype, case when d.mod = -1 then t.typtypmod else d.mod end
            from domains d join pg_catalog.pg_type t on t.oid = d.base and t.typtype = 'd')
        select c.oid, c.relname, obj_description(c.oid, 'pg_class'), a.attnum, a.attname, a.atttypid::regtype::text,
               case when t.oid in (1042, 1043) and m.mod > 4 then m.mod - 4 end,
               case t.oid when 21 then 16 when 23 then 32 when 20 then 64 when 700 then 24 when 701 then 53
                   when 1700 then case when m.mod > 4 then (m.mod - 4) >> 16 & 65535 end end,
               case t.oid when 21 then 0 when 23 then 0 when 20 then 0
                   when 1700 then case when m.mod > 4 then (m.mod - 4) & 65535 end end,
               not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text, col_description(c.oid, a.attnum),
               case when t.oid >= 16384 then format_type(t.oid, m.mod) end,
               case when t.oid <> a.atttypid then format_type(t.oid, null) end, format_type(t.oid, -1), e.oid is not null,
               coalesce(e.typtype, t.typtype) in ('e', 'r') or exists (select from pg_catalog.pg_opclass o
                   where o.opcmethod = 403 and o.opcdefault and o.opcintype = coalesce(e.oid, t.oid)),
               case when t.typtype = 'e' then (select array_agg(l.enumlabel::text) from pg_catalog.pg_enum l where l.enumtypid = t.oid) end
        from pg_catalog.pg_class c
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        left join domains b on b.oid = a.atttypid and not exists (select from domains x where x.oid = b.base)
        cross join lateral (select coalesce(b.base, a.atttypid) as type, coalesce(b.mod, a.atttypmod) as mod) m
        join pg_catalog.pg_type t on t.oid = m.type
        left join pg_catalog.pg_type e on e.typarray = t.oid
        where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
              and not exists (select from pg_catalog.pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')
        order by c.relname, a.attnum
        """;

    private const string Indexes = """
        select i.indrelid, i.indkey[0], i.indisprimary, i.indisunique
        from pg_catalog.pg_index i
        join pg_catalog.pg_class c on c.oid = i.indrelid and c.relnamespace = current_schema()::regnamespace
        where i.indpred is null and i.indexprs is null and i.indisvalid and i.indnkeyatts = 1
        """;

    private const string ForeignKeys = """
        select f.conrelid, f.conkey[1], f.conname, t.relname, a.attname, f.confupdtype::text, f.confdeltype::text
        from pg_catalog.pg_constraint f
        join pg_catalog.pg_class t on t.oid = f.confrelid
        join pg_catalog.pg_attribute a on a.attrelid = f.confrelid and a.attnum = f.confkey[1]
        where f.contype = 'f' and cardinality(f.conkey) = 1 and f.conparentid = 0
          and f.connamespace = current_schema()::regnamespace
        order by f.oid
        """;

    private const string Additions = """
        select name from (values ('geometry'), ('citext')) as t(name) where to_regtype(name) is not null
        union all
        select name from (values ('uuid_generate_v1()'), ('uuid_generate_v4()')) as f(name) where to_regprocedure(name) is not null
        """;

    public async Task<IReadOnlyList<string>> ReadAdditionsAsync(DbSession session, CancellationToken cancellation) =>
        await session.QueryAsync(new SqlStatement(Additions, []), row => row.GetString(0), cancellation);

    public async Task<ImmutableArray<TableSchema>> ReadAsync(DbSession session, CancellationToken cancellation)
    {
        var columns = await session.QueryAsync(new SqlStatement(Columns, []), ReadColumn, cancellation);
        var keys = (await session.QueryAsync(new SqlStatement(ForeignKeys, []), ReadForeignKey, cancellation))
            .GroupBy(key => key.At).ToDictionary(group => group.Key, group => group.First().Key);
        var marks = new Dictionary<(uint, int), ColumnMarks>();
        foreach (var index in await session.QueryAsync(new SqlStatement(Indexes, []), ReadIndex, cancellation))
        {
            marks[index.At] = marks.GetValueOrDefault(index.At) | index.Marks;
        }

        return
        [
            .. columns.GroupBy(column => column.Oid).Select(table => new TableSchema(table.First().Table, table.First().Comment,
            [
                .. table.Select(row => Marked(row.Column, marks.GetValueOrDefault((row.Oid, row.Number)))
                    with { ForeignKey = keys.GetValueOrDefault((row.Oid, row.Number)) }),
            ])),
        ];
    }

    private static ColumnSchema Marked(ColumnSchema column, ColumnMarks marks) => column with
    {
        PrimaryKey = (marks & ColumnMarks.PrimaryKey) != 0,
        Unique = (marks & ColumnMarks.Unique) != 0,
        Indexed = (marks & (ColumnMarks.Indexed | ColumnMarks.Unique | ColumnMarks.PrimaryKey)) == ColumnMarks.Indexed,
    };

    private static ColumnRow ReadColumn(DbDataReader row)
    {
        // Types of extensions have numbers beyond those of the database itself; tables of extensions are none of the project's.
        var geometry = Text(row, 14) is { } declared ? ColumnTypes.GeometryOf(declared) : null;
        var type = geometry ?? row.GetString(5);
        var (baseType, isArray) = (Text(row, 15), row.GetBoolean(17));
        var kind = geometry is not null ? SqlKind.Geometry : isArray ? SqlKind.Other : KindOf(baseType ?? type, own: !row.IsDBNull(14));
        var expression = Text(row, 10);
        var (identity, generated) = (row.GetString(11), row.GetString(12).Length > 0);
        var column = new ColumnSchema
        {
            Name = row.GetString(4),
            DataType = type,
            Kind = kind,
            Typed = true,
            BaseType = baseType,
            TextCast = kind == SqlKind.Other ? row.GetString(16) : null,
            Labels = row.IsDBNull(19) ? null : row.GetFieldValue<string[]>(19),
            IsArray = isArray,
            Ordered = row.GetBoolean(18),
            AlwaysGenerated = identity == "a",
            MaxLength = Number(row, 6),
            Precision = Number(row, 7),
            Scale = Number(row, 8),
            Nullable = row.GetBoolean(9),
            Default = generated || expression is null ? null : Default(expression, kind),
            DefaultExpression = generated ? null : expression,
            HasDefault = identity.Length > 0 || generated || (expression is not null && !DefaultValue.IsNull(expression)),
            AutoIncrement = identity.Length > 0 || (expression?.StartsWith("nextval(", StringComparison.Ordinal) ?? false),
            GenerationExpression = generated ? expression : null,
            Comment = Text(row, 13),
        };
        return new ColumnRow(row.GetFieldValue<uint>(0), row.GetString(1), Text(row, 2), row.GetInt16(3), column);
    }

    /// <summary>`'draft'::character varying`, `'7'::bigint`, `1.5`, `true`, `now()`, …</summary>
    private static object? Default(string expression, SqlKind kind)
    {
        if (DefaultValue.IsNull(expression)) return null;
        if (expression[0] != '\'') return DefaultValue.Plain(expression, kind);
        var text = DefaultValue.Unquoted(expression, out var end);
        // Only a cast may follow; anything else is an expression that happens to start with a text.
        return end == expression.Length || expression.AsSpan(end).StartsWith("::") ? DefaultValue.Constant(text, kind) : expression;
    }

    // What is not known here travels as text, and so does what an extension or the project made, whatever its name.
    private static SqlKind KindOf(string type, bool own)
    {
        var name = type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return own && name != "citext" ? SqlKind.Other : ColumnTypes.KindOf(name) is var kind && ColumnTypes.IsKnown(name) ? kind : SqlKind.Other;
    }

    private static ((uint, int) At, ColumnMarks Marks) ReadIndex(DbDataReader row)
    {
        var marks = row.GetBoolean(2) ? ColumnMarks.PrimaryKey | ColumnMarks.Unique
            : row.GetBoolean(3) ? ColumnMarks.Unique
            : ColumnMarks.Indexed;
        return ((row.GetFieldValue<uint>(0), row.GetInt16(1)), marks);
    }

    private static ((uint, int) At, ForeignKeySchema Key) ReadForeignKey(DbDataReader row) =>
        ((row.GetFieldValue<uint>(0), row.GetInt16(1)), new ForeignKeySchema(row.GetString(2), row.GetString(3), row.GetString(4),
            Action(row.GetString(5)), Action(row.GetString(6))));

    private static string Action(string code) => code switch
    {
        "c" => "CASCADE",
        "n" => "SET NULL",
        "d" => "SET DEFAULT",
        "r" => "RESTRICT",
        _ => "NO ACTION",
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private sealed record ColumnRow(uint Oid, string Table, string? Comment, int Number, ColumnSchema Column);
}

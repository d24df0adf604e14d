using System.Collections.Immutable;
using System.Globalization;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>One level of a read → its statement. The columns stand in the order of <see cref="Columns"/>; below the root
/// the link comes first.</summary>
public static class SelectCompiler
{
    /// <summary>The level at the root.</summary>
    public static SqlStatement Root(Dialect dialect, PlanNode node)
    {
        var sql = new SqlBuilder(dialect).Append("select ");
        AppendColumns(sql, node);
        SourceCompiler.AppendFrom(sql, node.Source);
        SourceCompiler.AppendWhere(sql, node.Source.Where);
        SourceCompiler.AppendOrder(sql, node.Order);
        dialect.AppendLimit(sql, node.Limit, node.Offset);
        return sql.Build();
    }

    /// <summary>The items that foreign keys refer to.</summary>
    public static SqlStatement ToOne(Dialect dialect, PlanNode node, object?[] keys) => Below(dialect, node, keys, ordered: false);

    /// <summary>The items that refer to parents, per parent in their order and within their limit.</summary>
    public static SqlStatement ToMany(Dialect dialect, PlanNode node, object?[] keys)
    {
        if (node.Groups is { } groups) return AggregateCompiler.Below(dialect, groups, node.Link!, keys);
        if (node.Limit is null && node.Offset == 0) return Below(dialect, node, keys, ordered: true);
        return dialect.SupportsLateral ? Lateral(dialect, node, keys) : Numbered(dialect, node, keys);
    }

    /// <summary>What the select list holds after the link: values, foreign keys of to-one relations, and the own key when a
    /// to-many relation hangs on it.</summary>
    public static ImmutableArray<Operand> Columns(PlanNode node)
    {
        var columns = ImmutableArray.CreateBuilder<Operand>(node.Outputs.Length + 1);
        foreach (var output in node.Outputs)
        {
            if (output is PlanOutput.Value value) columns.Add(value.Operand);
            else if (output is PlanOutput.One one) columns.Add(one.ForeignKey);
            else if (output is PlanOutput.Any any) columns.AddRange(any.Key, any.CollectionName);
            else if (output is PlanOutput.Many { ShownKey: { } shown }) columns.Add(shown);
        }

        if (node.Outputs.Any(output => output is PlanOutput.Many { ShownKey: null }))
            columns.Add(new Operand(node.Source.Alias, node.Source.Collection.PrimaryKey));
        return columns.ToImmutable();
    }

    private static void AppendColumns(SqlBuilder sql, PlanNode node)
    {
        var columns = Columns(node);
        if (columns.IsEmpty && node.Link is null)
        {
            sql.Append('1');
            return;
        }

        if (node.Link is { } link)
        {
            ColumnCompiler.Append(sql, link.Alias, link.Field);
            if (!columns.IsEmpty) sql.Append(", ");
        }

        sql.List(columns, CellCompiler.Append);
    }

    private static SqlStatement Below(Dialect dialect, PlanNode node, object?[] keys, bool ordered)
    {
        var sql = new SqlBuilder(dialect).Append("select ");
        AppendColumns(sql, node);
        SourceCompiler.AppendFrom(sql, node.Source);
        AppendWhereLinked(sql, node, keys);
        if (ordered) SourceCompiler.AppendOrder(sql, node.Order);
        return sql.Build();
    }

    private static void AppendWhereLinked(SqlBuilder sql, PlanNode node, object?[] keys)
    {
        var link = node.Link!;
        sql.Append(" where ");
        sql.Dialect.AppendIn(sql, inner => ColumnCompiler.Append(inner, link.Alias, link.Field), keys, link.Kind);
        AppendAndWhere(sql, node);
    }

    private static void AppendAndWhere(SqlBuilder sql, PlanNode node)
    {
        if (node.Source.Where.IsTrue) return;
        sql.Append(" and ");
        PredicateCompiler.Append(sql, node.Source.Where);
    }

    // With an index on the foreign key each parent costs a few rows, where row_number() would read all of them. The number of
    // the row keeps the order through the join.
    private static SqlStatement Lateral(Dialect dialect, PlanNode node, object?[] keys)
    {
        var link = node.Link!;
        var sql = new SqlBuilder(dialect).Append("select ");
        AppendInner(sql, node);
        sql.Append(" from unnest(").Array(keys, link.Kind).Append(") as p(k) cross join lateral (select ");
        AppendNumbered(sql, node, null);
        SourceCompiler.AppendFrom(sql, node.Source);
        ColumnCompiler.Append(sql.Append(" where "), link.Alias, link.Field).Append(" = p.k");
        AppendAndWhere(sql, node);
        SourceCompiler.AppendOrder(sql, node.Order);
        dialect.AppendLimit(sql, node.Limit, node.Offset);
        return sql.Append(") x order by x.rn").Build();
    }

    private static SqlStatement Numbered(Dialect dialect, PlanNode node, object?[] keys)
    {
        var sql = new SqlBuilder(dialect).Append("select ");
        AppendInner(sql, node);
        sql.Append(" from (select ");
        AppendNumbered(sql, node, node.Link);
        SourceCompiler.AppendFrom(sql, node.Source);
        AppendWhereLinked(sql, node, keys);
        sql.Append(") x where ");
        AppendWindow(sql, node.Limit, node.Offset);
        return sql.Append(" order by x.rn").Build();
    }

    /// <summary>The rows of each parent by their numbers.</summary>
    internal static void AppendWindow(SqlBuilder sql, int? limit, int offset)
    {
        if (offset > 0 || limit is null) sql.Append("x.rn > ").Append(offset);
        if (offset > 0 && limit is not null) sql.Append(" and ");
        if (limit is { } most) sql.Append("x.rn <= ").Append(((long)offset + most).ToString(CultureInfo.InvariantCulture));
    }

    // The columns of a sub-query by their places, as several may be of one name.
    private static void AppendInner(SqlBuilder sql, PlanNode node) =>
        sql.List(Enumerable.Range(0, Columns(node).Length + 1), (inner, place) => inner.Append("x.c").Append(place));

    private static void AppendNumbered(SqlBuilder sql, PlanNode node, Operand? partition)
    {
        var link = node.Link!;
        var place = 0;
        ColumnCompiler.Append(sql, link.Alias, link.Field).Append(" as c0, ");
        foreach (var column in Columns(node))
        {
            CellCompiler.Append(sql, column);
            sql.Append(" as c").Append(++place).Append(", ");
        }

        sql.Append("row_number() over (");
        if (partition is not null) sql.Append("partition by ").Name(partition.Alias, partition.Field.Name).Append(' ');
        SourceCompiler.AppendOrderTerms(sql, node.Order);
        sql.Append(") as rn");
    }
}

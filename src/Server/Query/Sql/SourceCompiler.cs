using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>Source → `from … join … where …`.</summary>
internal static class SourceCompiler
{
    public static void AppendFrom(SqlBuilder sql, Source source)
    {
        sql.Append(" from ").Name(source.Collection.Name).Append(' ').Append(source.Alias);
        foreach (var join in source.Joins)
        {
            sql.Append(" left join ").Name(join.Collection.Name).Append(' ').Append(join.Alias).Append(" on ");
            ColumnCompiler.Append(sql, join.Alias, join.Collection.PrimaryKey).Append(" = ");
            PredicateCompiler.Operand(sql, join.ForeignKey);
            if (join.On.IsTrue) continue;
            sql.Append(" and ");
            PredicateCompiler.Append(sql, join.On);
        }
    }

    public static void AppendWhere(SqlBuilder sql, Predicate where)
    {
        if (where.IsTrue) return;
        sql.Append(" where ");
        PredicateCompiler.Append(sql, where);
    }

    // Nulls come last going up and first coming down, on both databases.
    public static void AppendOrder(SqlBuilder sql, ImmutableArray<OrderTerm> order)
    {
        if (order.IsEmpty) return;
        sql.Append(' ');
        AppendOrderTerms(sql, order);
    }

    public static void AppendOrderTerms(SqlBuilder sql, ImmutableArray<OrderTerm> order) => sql.Append("order by ").List(order, (inner, term) =>
    {
        if (term.Operand.Field.Column is { Ordered: true }) PredicateCompiler.Native(inner, term.Operand);
        else PredicateCompiler.Operand(inner, term.Operand);
        inner.Dialect.AppendDirection(inner, term.Descending, term.Nullable);
    });
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>Groups and computed values → one statement: the groups' columns first, then the values.</summary>
public static class AggregateCompiler
{
    /// <summary>The groups of the rows that refer to parents, per parent in their order and within their limit. The link comes
    /// first.</summary>
    public static SqlStatement Below(Dialect dialect, AggregatePlan plan, Operand link, object?[] keys)
    {
        void Link(SqlBuilder inner) => ColumnCompiler.Append(inner, link.Alias, link.Field);

        var places = Enumerable.Range(0, plan.GroupBy.Length + plan.Outputs.Length + 1);
        var sql = new SqlBuilder(dialect) { SharesParameters = true }.Append("select ")
            .List(places, (inner, place) => inner.Append("x.c").Append(place))
            .Append(" from (select ");
        Link(sql);
        sql.Append(" as c0");
        var next = 1;
        foreach (var group in plan.GroupBy)
        {
            AppendGroupCell(sql.Append(", "), group);
            sql.Append(" as c").Append(next++);
        }

        foreach (var output in plan.Outputs)
        {
            AppendOutput(sql.Append(", "), output);
            sql.Append(" as c").Append(next++);
        }

        Link(sql.Append(", row_number() over (partition by "));
        AppendOrder(sql, plan);
        SourceCompiler.AppendFrom(sql.Append(") as rn"), plan.Source);
        dialect.AppendIn(sql.Append(" where "), Link, keys, link.Kind);
        if (!plan.Source.Where.IsTrue) PredicateCompiler.Append(sql.Append(" and "), plan.Source.Where);
        Link(sql.Append(" group by "));
        foreach (var group in plan.GroupBy) AppendGroup(sql.Append(", "), group);
        SelectCompiler.AppendWindow(sql.Append(") x where "), plan.Limit, plan.Offset);
        return sql.Append(" order by x.rn").Build();
    }

    public static SqlStatement Compile(Dialect dialect, AggregatePlan plan)
    {
        var sql = new SqlBuilder(dialect) { SharesParameters = true }.Append("select ").List(plan.GroupBy, AppendGroupCell);
        if (plan.GroupBy.Length > 0 && plan.Outputs.Length > 0) sql.Append(", ");
        sql.List(plan.Outputs, AppendOutput);
        SourceCompiler.AppendFrom(sql, plan.Source);
        SourceCompiler.AppendWhere(sql, plan.Source.Where);
        if (plan.GroupBy.Length > 0) sql.Append(" group by ").List(plan.GroupBy, AppendGroup);
        AppendOrder(sql, plan);
        dialect.AppendLimit(sql, plan.Limit, plan.Offset);
        return sql.Build();
    }

    private static void AppendOrder(SqlBuilder sql, AggregatePlan plan)
    {
        if (plan.Order.Length == 0) return;
        sql.Append(" order by ").List(plan.Order, (inner, term) =>
        {
            AppendOrdered(inner, plan, term.Column);
            inner.Dialect.AppendDirection(inner, term.Descending, nullable: true);
        });
    }

    // By the value itself, not by the text that is answered: decimals order as numbers.
    private static void AppendOrdered(SqlBuilder sql, AggregatePlan plan, int column)
    {
        if (column < plan.GroupBy.Length) AppendGroup(sql, plan.GroupBy[column]);
        else AppendOrdered(sql, plan.Outputs[column - plan.GroupBy.Length]);
    }

    private static void AppendGroupCell(SqlBuilder sql, AggregateGroup group)
    {
        if (group.Apart is null) CellCompiler.Append(sql, group.Operand);
        else AppendGroup(sql, group);
    }

    private static void AppendGroup(SqlBuilder sql, AggregateGroup group)
    {
        if (group.Apart is not { } apart)
        {
            PredicateCompiler.Operand(sql, group.Operand);
            return;
        }

        PredicateCompiler.Operand(sql.Append("case when "), group.Operand).Append(" is not null then ");
        PredicateCompiler.Operand(sql, apart).Append(" end");
    }

    private static void AppendOrdered(SqlBuilder sql, AggregateOutput output)
    {
        if (output.Operand is not { } operand || sql.Dialect.Aggregate(output.Function.SqlName, operand.Kind) == output.Function.SqlName)
        {
            AppendValue(sql, output);
            return;
        }

        sql.Append("cast(");
        AppendValue(sql, output);
        sql.Append(" as numeric)");
    }

    private static void AppendOutput(SqlBuilder sql, AggregateOutput output)
    {
        if (output.Function.Computes == Computation.Count) sql.Dialect.AppendAsText(sql, inner => AppendValue(inner, output));
        else if (output.Operand is { Masked: true } || output.Operand?.Kind.IsFloat() is true) AppendValue(sql, output);
        else if (output.Function.IsExtreme && output.Operand!.Kind != SqlKind.Decimal) AppendValue(sql, output);
        else sql.Dialect.AppendAsText(sql, inner => AppendValue(inner, output));
    }

    private static void AppendValue(SqlBuilder sql, AggregateOutput output)
    {
        if (output.Operand is not { } operand)
        {
            sql.Append("count(*)");
            return;
        }

        var (name, distinct, extreme) = (output.Function.SqlName, output.Function.Distinct, output.Function.IsExtreme);
        // Of a masked value only its presence may be told.
        if (operand.Masked && (distinct || extreme))
        {
            sql.Append(distinct ? "count(distinct case when " : "max(case when ");
            PredicateCompiler.Operand(sql, operand).Append(" is not null then 1 end)");
            return;
        }

        // PostgreSQL has no min(uuid); as text the order is the same.
        if (operand.Kind == SqlKind.Uuid && extreme)
        {
            sql.Append(name).Append('(');
            sql.Dialect.AppendAsText(sql, inner => PredicateCompiler.Operand(inner, operand));
            sql.Append(')');
            return;
        }

        sql.Append(sql.Dialect.Aggregate(name, operand.Kind)).Append(distinct ? "(distinct " : "(");
        if (output.Function.Computes != Computation.Count && operand.Kind.IsNumber())
            sql.Dialect.AppendNumber(sql, operand.Kind, inner => PredicateCompiler.Operand(inner, operand));
        else PredicateCompiler.Operand(sql, operand);
        sql.Append(')');
    }
}

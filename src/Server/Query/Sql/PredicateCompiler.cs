using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>Predicate → SQL text.</summary>
internal static class PredicateCompiler
{
    // A chain of n terms is n levels deep, and SQLite takes a thousand levels: longer chains are halved.
    private const int LongestChain = 4;

    public static void Append(SqlBuilder sql, Predicate predicate)
    {
        switch (predicate)
        {
            case Predicate.Constant constant: sql.Append(constant.Holds ? "1 = 1" : "1 = 0"); break;
            case Predicate.And and: AppendAll(sql, and.Terms.AsSpan(), " and "); break;
            case Predicate.Or or: AppendAll(sql, or.Terms.AsSpan(), " or "); break;
            case Predicate.Not { Inner: Predicate.IsEmpty isEmpty }:
                Operand(sql, isEmpty.Left)
                .Append(IsList(isEmpty.Left) ? " <> '{}'" : " <> ''"); break;
            case Predicate.Not { Inner: Predicate.IsNull isNull }: Operand(sql, isNull.Left).Append(" is not null"); break;
            case Predicate.Not { Inner: Predicate.In { Values: [var other] } none }:
                Operand(sql, none.Left).Append(" <> ")
                .Value(other, none.Left.Kind); break;
            case Predicate.Not not:
                sql.Append("not (");
                Append(sql, not.Inner);
                sql.Append(')');
                break;
            case Predicate.Compare { Operator: Comparison.Equal, Right: string label } equal when Labels(equal.Left,
                [label]).Length > 0:
                AppendLabels(sql, equal.Left, [label]); break;
            case Predicate.In labels when Labels(labels.Left, labels.Values) is { Length: > 0 } known: AppendLabels(sql, labels.Left, known); break;
            case Predicate.Compare compare:
                Operand(sql, compare.Left).Append(Symbol(compare.Operator)).Value(compare.Right, compare.Left.Kind);
                break;
            case Predicate.In { Values: [var single] } one: Operand(sql, one.Left).Append(" = ").Value(single, one.Left.Kind); break;
            case Predicate.In any: sql.Dialect.AppendIn(sql, inner => Operand(inner, any.Left), [.. any.Values], any.Left.Kind); break;
            case Predicate.Between between:
                Operand(sql, between.Left).Append(" between ").Value(between.Low, between.Left.Kind)
                    .Append(" and ").Value(between.High, between.Left.Kind);
                break;
            case Predicate.Like like:
                sql.Dialect.AppendLike(sql, inner => Operand(inner, like.Left), like.Match, like.Text, like.IgnoreCase);
                break;
            case Predicate.Intersects shapes:
                sql.Dialect.AppendIntersects(sql, inner =>
                Operand(inner, shapes.Left), shapes.GeoJson, shapes.Boxes); break;
            case Predicate.IsNull isNull: Operand(sql, isNull.Left).Append(" is null"); break;
            case Predicate.IsEmpty empty: AppendEmpty(sql, empty.Left); break;
            case Predicate.Exists exists: AppendExists(sql, exists); break;
            default: throw new InvalidOperationException($"No SQL for {predicate.GetType().Name}.");
        }
    }

    /// <summary>A column, null where the caller may not see it.</summary>
    public static SqlBuilder Operand(SqlBuilder sql, Operand operand) => Seen(sql, operand, Bare);

    /// <summary>A column as the database has it, whatever its type; null where the caller may not see it.</summary>
    public static SqlBuilder Native(SqlBuilder sql, Operand operand) => operand is { Function: null, Field.ByItsText: true }
        ? Seen(sql, operand, (inner, column) => ColumnCompiler.Native(inner, column.Alias, column.Field))
        : Operand(sql, operand);

    private static SqlBuilder Seen(SqlBuilder sql, Operand operand, Func<SqlBuilder, Operand, SqlBuilder> append)
    {
        if (operand.VisibleWhen is not { } visible) return append(sql, operand);
        sql.Append("case when ");
        Append(sql, visible);
        return append(sql.Append(" then "), operand).Append(" end");
    }

    private static SqlBuilder Bare(SqlBuilder sql, Operand operand)
    {
        if (operand.Function is { } function) FunctionCompiler.Append(sql, operand, function);
        else ColumnCompiler.Append(sql, operand.Alias, operand.Field);
        return sql;
    }

    private static void AppendAll(SqlBuilder sql, ReadOnlySpan<Predicate> terms, string between)
    {
        sql.Append('(');
        if (terms.Length > LongestChain)
        {
            AppendAll(sql, terms[..(terms.Length / 2)], between);
            sql.Append(between);
            AppendAll(sql, terms[(terms.Length / 2)..], between);
        }
        else
        {
            for (var i = 0; i < terms.Length; i++)
            {
                if (i > 0) sql.Append(between);
                Append(sql, terms[i]);
            }
        }

        sql.Append(')');
    }

    // Labels of an enum are compared as such, for its index to count. What is no label equals nothing.
    private static object?[] Labels(Operand left, ImmutableArray<object?> values) => left is { Function: null, Field.Column.Labels: { } labels }
        ? [.. values.Where(value => value is string text && labels.Contains(text))]
        : [];

    private static void AppendLabels(SqlBuilder sql, Operand left, object?[] labels) => Native(sql, left).Append(" in (")
        .List(labels, (inner, label) => ColumnCompiler.Value(inner, left.Field, label)).Append(')');

    private static void AppendEmpty(SqlBuilder sql, Operand operand)
    {
        sql.Append('(');
        Operand(sql, operand).Append(" is null or ");
        Operand(sql, operand).Append(IsList(operand) ? " = '{}')" : " = '')");
    }

    private static bool IsList(Operand operand) => operand is { Function: null, Field.Column.IsArray: true };

    private static void AppendExists(SqlBuilder sql, Predicate.Exists exists)
    {
        sql.Append("exists (select 1");
        SourceCompiler.AppendFrom(sql, exists.Source);
        sql.Append(" where ");
        if (exists.AsText) sql.Dialect.AppendAsText(sql, inner => Operand(inner, exists.Link));
        else Operand(sql, exists.Link);
        sql.Append(" = ");
        Operand(sql, exists.Outer);
        if (!exists.Source.Where.IsTrue)
        {
            sql.Append(" and ");
            Append(sql, exists.Source.Where);
        }

        sql.Append(')');
    }

    private static string Symbol(Comparison comparison) => comparison switch
    {
        Comparison.Equal => " = ",
        Comparison.NotEqual => " <> ",
        Comparison.Less => " < ",
        Comparison.LessOrEqual => " <= ",
        Comparison.Greater => " > ",
        _ => " >= ",
    };
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>Functions of columns → SQL text.</summary>
internal static class FunctionCompiler
{
    public static void Append(SqlBuilder sql, Operand operand, OperandFunction function)
    {
        switch (function)
        {
            case OperandFunction.Part part: sql.Dialect.AppendDatePart(sql, part.Which, operand.Field.Kind, Column); break;
            case OperandFunction.ArrayLength: sql.Dialect.AppendJsonLength(sql, Column); break;
            case OperandFunction.JsonValue json: sql.Dialect.AppendJsonValue(sql, Column, json.Path, json.AsText); break;
            case OperandFunction.ItemCount count: AppendCount(sql, operand, count); break;
            case OperandFunction.First first: AppendFirst(sql, operand, first); break;
            default: throw new InvalidOperationException($"No SQL for {function.GetType().Name}.");
        }

        void Column(SqlBuilder inner) => inner.Name(operand.Alias, operand.Field.Name);
    }

    private static void AppendCount(SqlBuilder sql, Operand operand, OperandFunction.ItemCount count)
    {
        sql.Append("(select count(*)");
        AppendFrom(sql, operand, count.Source, inner => PredicateCompiler.Operand(inner, count.Link));
        sql.Append(')');
    }

    private static void AppendFirst(SqlBuilder sql, Operand operand, OperandFunction.First first)
    {
        PredicateCompiler.Operand(sql.Append("(select "), first.Value);
        AppendFrom(sql, operand, first.Source, inner =>
        {
            if (first.AsText) inner.Dialect.AppendAsText(inner, link => PredicateCompiler.Operand(link, first.Link));
            else PredicateCompiler.Operand(inner, first.Link);
        });
        SourceCompiler.AppendOrder(sql, [new OrderTerm(first.Value, first.Descending, first.Value.Alias != first.Source.Alias)]);
        sql.Dialect.AppendLimit(sql, 1, 0);
        sql.Append(')');
    }

    private static void AppendFrom(SqlBuilder sql, Operand operand, Source source, Action<SqlBuilder> link)
    {
        SourceCompiler.AppendFrom(sql, source);
        link(sql.Append(" where "));
        ColumnCompiler.Append(sql.Append(" = "), operand.Alias, operand.Field);
        if (source.Where.IsTrue) return;
        sql.Append(" and ");
        PredicateCompiler.Append(sql, source.Where);
    }
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Planning;

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
            default: throw new InvalidOperationException($"No SQL for {function.GetType().Name}.");
        }

        void Column(SqlBuilder inner) => inner.Name(operand.Alias, operand.Field.Name);
    }

    private static void AppendCount(SqlBuilder sql, Operand operand, OperandFunction.ItemCount count)
    {
        sql.Append("(select count(*)");
        SourceCompiler.AppendFrom(sql, count.Source);
        sql.Append(" where ");
        PredicateCompiler.Operand(sql, count.Link).Append(" = ").Name(operand.Alias, operand.Field.Name);
        if (!count.Source.Where.IsTrue)
        {
            sql.Append(" and ");
            PredicateCompiler.Append(sql, count.Source.Where);
        }

        sql.Append(')');
    }
}

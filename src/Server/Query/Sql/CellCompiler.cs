using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>The select-list form of a column: what the row writer reads.</summary>
internal static class CellCompiler
{
    public static void Append(SqlBuilder sql, Operand operand)
    {
        // Of a masked value only its presence leaves the database.
        if (operand.Masked)
        {
            sql.Append("case when ");
            PredicateCompiler.Operand(sql, operand).Append(" is not null then 1 end");
            return;
        }

        switch (operand.Kind)
        {
            // Exact beyond what a CLR decimal holds.
            case SqlKind.Other when operand is { Function: null, Field.Column.IsArray: true }:
                PredicateCompiler.Native(sql.Append("to_json("), operand).Append(')');
                break;
            case SqlKind.Decimal: sql.Dialect.AppendAsText(sql, inner => PredicateCompiler.Operand(inner, operand)); break;
            case SqlKind.Geometry: sql.Dialect.AppendGeoJson(sql, inner => PredicateCompiler.Operand(inner, operand)); break;
            default: PredicateCompiler.Operand(sql, operand); break;
        }
    }
}

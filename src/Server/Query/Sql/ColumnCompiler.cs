using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>A bare column. Types that only the database knows have no common way to be compared, sorted or sent: there it stands
/// for its text, which each of them has.</summary>
internal static class ColumnCompiler
{
    /// <summary>As it is read as a key and compared with values.</summary>
    public static SqlBuilder Append(SqlBuilder sql, string? alias, Field field)
    {
        if (!field.ByItsText) return Native(sql, alias, field);
        sql.Dialect.AppendOutput(sql, field.Column!.TextCast, inner => Native(inner, alias, field));
        return sql;
    }

    /// <summary>As the database has it.</summary>
    public static SqlBuilder Native(SqlBuilder sql, string? alias, Field field) => alias is null ? sql.Name(field.Name) : sql.Name(alias, field.Name);

    /// <summary>As a written value.</summary>
    public static SqlBuilder Value(SqlBuilder sql, Field field, object? value)
    {
        if (field.Column!.TextCast is not { } type) return sql.Value(value, field.Kind);
        return sql.Append("cast(").Value(value, SqlKind.Text).Append(" as ").Append(type).Append(')');
    }
}

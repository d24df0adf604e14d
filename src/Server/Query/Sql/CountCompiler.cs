using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Dialects;
using Directus.Grpc.Server.Query.Planning;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>Counts and keys of the rows of a source.</summary>
public static class CountCompiler
{
    public static SqlStatement Count(Dialect dialect, Source source)
    {
        var sql = new SqlBuilder(dialect).Append("select count(*)");
        SourceCompiler.AppendFrom(sql, source);
        SourceCompiler.AppendWhere(sql, source.Where);
        return sql.Build();
    }

    public static SqlStatement Keys(Dialect dialect, Source source, int? limit, int offset)
    {
        var sql = ColumnCompiler.Append(new SqlBuilder(dialect).Append("select "), source.Alias, source.Collection.PrimaryKey);
        SourceCompiler.AppendFrom(sql, source);
        SourceCompiler.AppendWhere(sql, source.Where);
        sql.Append(" order by ").Name(source.Alias, source.Collection.PrimaryKey.Name);
        dialect.AppendLimit(sql, limit, offset);
        return sql.Build();
    }
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Sql;

/// <summary>The number of rows of a source.</summary>
public static class CountCompiler
{
    public static SqlStatement Count(Dialect dialect, Source source)
    {
        var sql = new SqlBuilder(dialect).Append("select count(*)");
        SourceCompiler.AppendFrom(sql, source);
        SourceCompiler.AppendWhere(sql, source.Where);
        return sql.Build();
    }
}

using Directus.Grpc.Server.Data.Dialects;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>The text of statements that write.</summary>
public sealed class WriteBaselineTests
{
    [Fact]
    public void Items_that_set_the_same_columns_are_updated_by_one_statement()
    {
        var articles = Library.Schema["articles"];
        Field[] columns = [articles.Columns[1], articles.Columns[3]];
        (object?, IReadOnlyDictionary<Field, object?>)[] rows =
            [(1, new Dictionary<Field, object?> { [columns[0]] = "a", [columns[1]] = 5 }), (2, new Dictionary<Field, object?> { [columns[0]] = null, [columns[1]] = 6 })];
        var answer = WriteCompiler.Returning(articles, column => column == columns[0]);

        var postgres = WriteCompiler.UpdateEach(new PostgresDialect(), articles, columns, rows, answer);
        var sqlite = WriteCompiler.UpdateEach(new SqliteDialect(), articles, columns, rows, answer);

        Assert.Equal("""
            update "articles" set "title" = "articles_given".column2, "pages" = "articles_given".column3 from (values ($1, $2, $3), ($4, $5, $6)) as "articles_given" where "articles"."id" = "articles_given".column1 returning "articles"."id", "articles"."title"
            """, postgres.Text);
        Assert.Equal(postgres.Text.Replace('$', '?'), sqlite.Text);
        Assert.Equal([1, "a", 5, 2, null, 6], sqlite.Parameters.Select(parameter => parameter.Value));
    }
}

using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>Statements that take many of a kind.</summary>
public sealed class BatchedStatementTests
{
    private static readonly PostgresDialect Postgres = new();
    private static readonly SqliteDialect Sqlite = new();

    [Fact]
    public void Items_that_set_the_same_columns_are_updated_by_one_statement()
    {
        var articles = Library.Schema["articles"];
        var (title, pages) = (articles.Columns.Single(column => column.Name == "title"), articles.Columns.Single(column => column.Name == "pages"));
        (object?, IReadOnlyDictionary<Field, object?>)[] rows =
            [(1, new Dictionary<Field, object?> { [title] = "a", [pages] = 5 }), (2, new Dictionary<Field, object?> { [title] = null, [pages] = 6 })];
        var answer = WriteCompiler.Returning(articles, column => column == title);

        var postgres = WriteCompiler.UpdateEach(Postgres, articles, [title, pages], rows, answer);
        var sqlite = WriteCompiler.UpdateEach(Sqlite, articles, [title, pages], rows, answer);

        Assert.Equal("""
            update "articles" set "title" = "articles_given".column2, "pages" = "articles_given".column3 from (values ($1, $2, $3), ($4, $5, $6)) as "articles_given" where "articles"."id" = "articles_given".column1 returning "articles"."id", "articles"."title"
            """, postgres.Text);
        Assert.Equal(postgres.Text.Replace('$', '?'), sqlite.Text);
        Assert.Equal([1, "a", 5, 2, null, 6], sqlite.Parameters.Select(parameter => parameter.Value));
    }

    [Fact]
    public void Long_chains_of_conditions_are_halved()
    {
        var root = Library.Plan("articles", """{"fields":["id"],"filter":{"_or":[{"pages":1},{"pages":2},{"pages":3},{"pages":4},{"pages":5}]},"limit":-1}""").Root!;

        Assert.Equal("""
            select "t0"."id" from "articles" t0 where (("t0"."pages" = $1 or "t0"."pages" = $2) or ("t0"."pages" = $3 or "t0"."pages" = $4 or "t0"."pages" = $5)) order by "t0"."id"
            """, SelectCompiler.Root(Postgres, root).Text);
    }
}

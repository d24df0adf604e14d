using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Sql;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>A field that may not be read may not be used either, in no slot of a query.</summary>
public sealed class AccessPlanTests
{
    [Theory]
    [InlineData("""{"fields":["secret"]}""")]
    [InlineData("""{"fields":["x"],"alias":{"x":"secret"}}""")]
    [InlineData("""{"filter":{"secret":{"_eq":"x"}}}""")]
    [InlineData("""{"filter":{"_or":[{"id":{"_eq":1}},{"secret":{"_null":true}}]}}""")]
    [InlineData("""{"sort":["secret"]}""")]
    [InlineData("""{"aggregate":{"max":["secret"]}}""")]
    [InlineData("""{"aggregate":{"count":["secret"]}}""")]
    [InlineData("""{"groupBy":["secret"]}""")]
    [InlineData("""{"fields":["author.articles.secret"]}""")]
    [InlineData("""{"filter":{"author":{"articles":{"secret":{"_eq":"x"}}}}}""")]
    [InlineData("""{"fields":["author.articles.id"],"deep":{"author":{"articles":{"_filter":{"secret":{"_eq":"x"}}}}}}""")]
    [InlineData("""{"fields":["comments.text"]}""")]
    [InlineData("""{"filter":{"comments":{"text":{"_eq":"x"}}}}""")]
    [InlineData("""{"sort":["author.secret"]}""")]
    [InlineData("""{"fields":["nope"]}""")]
    [InlineData("""{"filter":{"nope":{"_eq":"x"}}}""")]
    public void Is_forbidden(string query)
    {
        var access = Library.Rules(("articles", [Library.May("id,title,author,comments")]), ("authors", [Library.May("id,articles")]));

        var refusal = Assert.Throws<DirectusException>(() => Library.Plan("articles", query, access));

        Assert.Equal(ErrorCodes.Forbidden, refusal.Code);
    }

    [Fact]
    public void A_wildcard_takes_what_may_be_read()
    {
        var access = Library.Rules(("articles", [Library.May("id,title,comments")]));

        var plan = Library.Plan("articles", "{}", access);

        Assert.Equal(["id", "title"], plan.Root!.Outputs.Select(output => output.Name));
    }

    [Theory]
    [InlineData("""{"filter":{"token":{"_eq":"x"}}}""")]
    [InlineData("""{"filter":{"token":{"_starts_with":"x"}}}""")]
    [InlineData("""{"sort":["token"]}""")]
    public void A_masked_field_cannot_be_guessed_at_by_anyone(string query)
    {
        var refusal = Assert.Throws<DirectusException>(() => Library.Plan("articles", query));

        Assert.Equal(ErrorCodes.InvalidQuery, refusal.Code);
    }

    [Fact]
    public void Groups_of_a_masked_field_do_not_tell_which_rows_share_a_secret()
    {
        var plan = Library.Plan("articles", """{"groupBy":["token"],"aggregate":{"count":["*"]},"limit":-1}""").Aggregate!;

        Assert.Equal("""
            select case when "t0"."token" is not null then "t0"."id" end, cast(count(*) as text) from "articles" t0 group by case when "t0"."token" is not null then "t0"."id" end order by case when "t0"."token" is not null then "t0"."id" end
            """, AggregateCompiler.Compile(new PostgresDialect(), plan).Text);
    }
}

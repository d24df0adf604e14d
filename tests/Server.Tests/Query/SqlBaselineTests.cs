using Directus.Grpc.Server.Data.Dialects;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>The text that plans compile to, reviewed by eye: names quoted, every value a parameter.</summary>
public sealed class SqlBaselineTests
{
    private static readonly PostgresDialect Postgres = new();
    private static readonly SqliteDialect Sqlite = new();

    [Theory]
    [InlineData("""{"title":{"_eq":"x"}}""", """t0"."title" = $1""")]
    [InlineData("""{"title":{"_neq":"x"}}""", """t0"."title" <> $1""")]
    [InlineData("""{"title":{"_null":true}}""", """t0"."title" is null""")]
    [InlineData("""{"title":{"_nnull":true}}""", """t0"."title" is not null""")]
    [InlineData("""{"title":{"_in":["a","b"]}}""", """t0"."title" = any($1)""")]
    [InlineData("""{"title":{"_nin":["a","b"]}}""", """not ("t0"."title" = any($1))""")]
    [InlineData("""{"title":{"_contains":"x"}}""", """t0"."title" like $1""")]
    [InlineData("""{"title":{"_nistarts_with":"x"}}""", """not ("t0"."title" ilike $1)""")]
    [InlineData("""{"pages":{"_between":[1,2]}}""", """t0"."pages" between $1 and $2""")]
    [InlineData("""{"_or":[{"pages":{"_gt":1}},{"title":{"_empty":true}}]}""",
        """("t0"."pages" > $1 or ("t0"."title" is null or cast("t0"."title" as text) in ('', '[]', '{}')))""")]
    public void Operators_on_PostgreSQL(string filter, string where)
    {
        var sql = SelectCompiler.Root(Postgres, Root($$"""{"fields":["id"],"filter":{{filter}},"limit":-1}""")).Text;

        Assert.Equal($"""select "t0"."id" from "articles" t0 where {Quoted(where)} order by "t0"."id" """.TrimEnd(), sql);
    }

    [Theory]
    [InlineData("""{"title":{"_in":["a","b"]}}""", """t0"."title" in (select value from json_each(?1))""")]
    [InlineData("""{"title":{"_contains":"x"}}""", """instr("t0"."title", ?1) > 0""")]
    [InlineData("""{"title":{"_icontains":"x"}}""", """instr(directus_fold("t0"."title"), ?1) > 0""")]
    [InlineData("""{"title":{"_starts_with":"xy"}}""", """substr("t0"."title", 1, 2) = ?1""")]
    [InlineData("""{"title":{"_ends_with":"xy"}}""", """substr("t0"."title", -2) = ?1""")]
    public void Operators_on_SQLite(string filter, string where)
    {
        var sql = SelectCompiler.Root(Sqlite, Root($$"""{"fields":["id"],"filter":{{filter}},"limit":-1}""")).Text;

        Assert.Equal($"""select "t0"."id" from "articles" t0 where {Quoted(where)} order by "t0"."id" """.TrimEnd(), sql);
    }

    [Fact]
    public void A_to_one_relation_is_joined_once_for_filter_and_sort()
    {
        var sql = SelectCompiler.Root(Postgres, Root("""{"fields":["id"],"filter":{"author":{"name":{"_eq":"Ada"}}},"sort":["-author.name"]}""")).Text;

        Assert.Equal("""
            select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = $1 order by "t1"."name" desc, "t0"."id" limit 100
            """, sql);
    }

    [Fact]
    public void A_to_many_relation_is_looked_for_not_joined()
    {
        var sql = SelectCompiler.Root(Postgres, Root("""{"fields":["id"],"filter":{"comments":{"_none":{"text":{"_eq":"x"}}}},"limit":-1}""")).Text;

        Assert.Equal("""
            select "t0"."id" from "articles" t0 where not (exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = $1)) order by "t0"."id"
            """, sql);
    }

    [Fact]
    public void A_limit_of_a_to_many_relation_counts_per_parent()
    {
        var many = (PlanOutput.Many)Root("""{"fields":["comments.text"],"deep":{"comments":{"_limit":3}}}""").Outputs[0];

        Assert.Equal("""
            select x.* from unnest($1) as p(k) cross join lateral (select "t0"."article", "t0"."text", row_number() over ( order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 3) x order by x.rn
            """, SelectCompiler.ToMany(Postgres, many.Children, [1, 2]).Text);
        Assert.Equal("""
            select * from (select "t0"."article", "t0"."text", row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) where rn > 0 and rn <= 3 order by rn
            """, SelectCompiler.ToMany(Sqlite, many.Children, [1, 2]).Text);
    }

    [Fact]
    public void Rules_of_the_caller_stand_in_every_level()
    {
        var access = Library.Rules(("articles", [Library.May("id,title,author", """{"pages":{"_gt":1}}""")]),
            ("authors", [Library.May("name", """{"name":{"_neq":"hidden"}}""")]));
        var root = Library.Plan("articles", """{"fields":["title","author.name"],"filter":{"author":{"name":{"_eq":"Ada"}}},"limit":-1}""", access).Root!;

        Assert.Equal("""
            select "t0"."title", "t0"."author" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" and "t1"."name" <> $1 where ("t0"."pages" > $2 and "t1"."name" = $3) order by "t0"."id"
            """, SelectCompiler.Root(Postgres, root).Text);
        Assert.Equal("""select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" = any($1) and "t0"."name" <> $2""",
            SelectCompiler.ToOne(Postgres, ((PlanOutput.One)root.Outputs[1]).Target, [1]).Text);
    }

    [Fact]
    public void A_field_that_only_some_rules_grant_counts_as_null_on_the_rows_of_the_others()
    {
        var access = Library.Rules(("articles", [Library.May("id", """{"pages":{"_gt":1}}"""), Library.May("id,title", """{"pages":{"_gt":9}}""")]));
        var sql = SelectCompiler.Root(Postgres, Library.Plan("articles", """{"fields":["title"],"sort":["title"],"limit":-1}""", access).Root!).Text;

        Assert.Equal("""
            select case when "t0"."pages" > $1 then "t0"."title" end from "articles" t0 where ("t0"."pages" > $2 or "t0"."pages" > $3) order by case when "t0"."pages" > $4 then "t0"."title" end, "t0"."id"
            """, sql);
    }

    [Fact]
    public void Of_a_masked_field_only_its_presence_leaves_the_database()
    {
        var sql = SelectCompiler.Root(Postgres, Root("""{"fields":["token"],"limit":-1}""")).Text;

        Assert.Equal("""select case when "t0"."token" is not null then 1 end from "articles" t0 order by "t0"."id" """.TrimEnd(), sql);
    }

    private static PlanNode Root(string query) => Library.Plan("articles", query).Root!;

    // The test data leaves the first quote out where a condition starts with a column.
    private static string Quoted(string where) => where.StartsWith("t0", StringComparison.Ordinal) ? "\"" + where : where;
}

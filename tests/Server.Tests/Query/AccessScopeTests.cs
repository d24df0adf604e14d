using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>What a plan may reach: collections, fields, rows, and the fields of a row.</summary>
public sealed class AccessScopeTests
{
    // Of cheap articles the title, of drafts the pages, of all the key.
    private static readonly AccessScope Reader = Scope(Library.May("id,title", """{"price":{"_lt":5}}"""), Library.May("id,pages", """{"title":{"_null":true}}"""));

    private const string Cheap = "\"t0\".\"price\" < $1";
    private const string Draft = "\"t0\".\"title\" is null";

    [Fact]
    public void What_is_missing_and_what_is_forbidden_are_refused_alike()
    {
        var articles = Reader.Collection("articles");

        Assert.Equal(Refusal(() => Reader.Collection("nowhere")), Refusal(() => Reader.Collection("authors"))
            .Replace("authors", "nowhere", StringComparison.Ordinal));
        Assert.Equal(Refusal(() => Reader.Field(articles, "nothing")), Refusal(() => Reader.Field(articles, "secret"))
            .Replace("secret", "nothing", StringComparison.Ordinal));
        Assert.Equal("title", Reader.Field(articles, "title").Name);
    }

    [Fact]
    public void A_refusal_tells_the_way_through_relations()
    {
        var behind = Reader.In("author").In("articles");

        Assert.EndsWith("Queried in root.", Refusal(() => Reader.Collection("authors")), StringComparison.Ordinal);
        Assert.EndsWith("Queried in \"author.articles\".", Refusal(() => behind.Collection("authors")), StringComparison.Ordinal);
        Assert.Same(Reader.Origin, behind.Origin);
    }

    [Theory]
    [InlineData("id", null)]
    [InlineData("title", Cheap)]
    [InlineData("pages", Draft)]
    public void A_field_is_seen_on_the_rows_of_the_rules_that_grant_it(string field, string? rows)
    {
        var source = new SourceBuilder(Library.Schema["articles"]);

        var operand = Reader.Operand(source, source.Alias, source.Collection, source.Collection.Fields.Single(column => column.Name == field));

        Assert.Equal(rows, operand.VisibleWhen is { } visible ? Sql(source, visible) : null);
    }

    [Fact]
    public void A_field_that_a_rule_without_a_filter_grants_is_seen_everywhere()
    {
        var scope = Scope(Library.May("title"), Library.May("id,pages", """{"price":{"_lt":5}}"""));
        var source = new SourceBuilder(Library.Schema["articles"]);

        Assert.Null(scope.Operand(source, source.Alias, source.Collection, scope.Field(source.Collection, "title")).VisibleWhen);
        Assert.True(scope.RowFilter(source).IsTrue);
    }

    [Fact]
    public void Rows_are_those_of_any_rule_or_of_those_that_grant_what_is_asked()
    {
        Assert.Equal($"({Cheap} or {Draft})", Rows(Reader.RowFilter));
        Assert.Equal(Cheap, Rows(source => Reader.RowFilterOfAny(source, ["title", "secret"])));
        Assert.Equal($"({Cheap} or {Draft})", Rows(source => Reader.RowFilterOfAny(source, ["title", "pages"])));
        Assert.Equal("1 = 0", Rows(source => Reader.RowFilterOfAny(source, ["secret"])));
    }

    [Fact]
    public void Rows_on_which_all_of_some_fields_are_granted_keep_a_rule_for_each() =>
        Assert.Equal($"(({Cheap} or {Draft}) and {Cheap.Replace("$1", "$2", StringComparison.Ordinal)} and {Draft})",
            Rows(source => Reader.RowFilter(source, ["title", "pages"])));

    [Fact]
    public void An_administrator_reaches_all_but_what_system_collections_keep_to_themselves()
    {
        var admin = AccessScope.Of(Library.Context(), AccessAction.Read);

        Assert.True(admin.Reaches("articles") && admin.Reaches("articles", "secret"));
        Assert.False(admin.Reaches(SystemCollections.Sessions));
        Assert.Equal("1 = 1", Rows(admin.RowFilter));
    }

    private static AccessScope Scope(params AccessRule[] rules) =>
        AccessScope.Of(Library.Context(Library.Rules(("articles", rules))), AccessAction.Read);

    private static string Refusal(Func<object> ask)
    {
        var refusal = Assert.Throws<DirectusException>(ask);
        Assert.Equal(ErrorCodes.Forbidden, refusal.Code);
        return refusal.Errors[0].Message;
    }

    private static string Rows(Func<SourceBuilder, Predicate> filter)
    {
        var source = new SourceBuilder(Library.Schema["articles"]);
        return Sql(source, filter(source));
    }

    private static string Sql(SourceBuilder source, Predicate predicate)
    {
        const string where = " where ";
        var text = CountCompiler.Count(new PostgresDialect(), source.Build(predicate)).Text;
        return text.Contains(where, StringComparison.Ordinal) ? text[(text.IndexOf(where, StringComparison.Ordinal) + where.Length)..] : "1 = 1";
    }
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Tests.Query;
using Xunit;

namespace Directus.Grpc.Server.Tests.Schema.Editing;

/// <summary>Mentions follow a rename along relations; what leads elsewhere or nowhere stays.</summary>
public sealed class MentionRewriterTests
{
    private static readonly MentionRewriter Field = MentionRewriter.In(Library.Schema, new Rename("authors", "name", "called"));
    private static readonly MentionRewriter Collection = MentionRewriter.In(Library.Schema, new Rename("authors", null, "writers"));

    [Theory]
    [InlineData("authors", "name", "called")]
    [InlineData("authors", "-name", "-called")]
    [InlineData("articles", "name", "name")]
    [InlineData("articles", "author.name", "author.called")]
    [InlineData("articles", "author.articles.author.name", "author.articles.author.called")]
    [InlineData("articles", "title.name", "title.name")]
    [InlineData("authors", "year(name)", "year(called)")]
    [InlineData("articles", "count(author.name)", "count(author.called)")]
    [InlineData("blocks", "item:authors.name", "item:authors.called")]
    [InlineData("blocks", "item:tags.name", "item:tags.name")]
    [InlineData("authors", "$FOLLOW(articles,author).author.name", "$FOLLOW(articles,author).author.called")]
    public void Paths_follow_a_field(string collection, string path, string expected) => Assert.Equal(expected, Field.Path(path, collection));

    [Theory]
    [InlineData("blocks", "item:authors.name", "item:writers.name")]
    [InlineData("articles", "author.name", "author.name")]
    [InlineData("tags", "$FOLLOW(authors,home)", "$FOLLOW(writers,home)")]
    public void Paths_follow_a_collection(string collection, string path, string expected) => Assert.Equal(expected, Collection.Path(path, collection));

    [Theory]
    [InlineData("""{"name":{"_eq":"name"}}""", """{"called":{"_eq":"name"}}""")]
    [InlineData("""{"_or":[{"name":{"_null":true}},{"id":1}]}""", """{"_or":[{"called":{"_null":true}},{"id":1}]}""")]
    [InlineData("""{"articles":{"_some":{"author":{"name":{"_eq":"x"}}}}}""", """{"articles":{"_some":{"author":{"called":{"_eq":"x"}}}}}""")]
    [InlineData("""{"articles":{"title":{"_eq":"$CURRENT_USER.name"}}}""", """{"articles":{"title":{"_eq":"$CURRENT_USER.name"}}}""")]
    [InlineData("""{"name":{"_eq":1},"called":{"_eq":2}}""", """{"_and":[{"called":{"_eq":1}},{"called":{"_eq":2}}]}""")]
    [InlineData("null", null)]
    public void Filters_follow_a_field(string filter, string? expected) =>
        Assert.Equal(expected, Field.Filter(JsonNode.Parse(filter), "authors")?.ToJsonString());

    [Fact]
    public void Templates_follow_a_field() =>
        Assert.Equal("{{title}} by {{author.called}}, name", Field.Template("{{title}} by {{ author.name }}, name", "articles"));

    [Fact]
    public void A_value_of_the_old_name_takes_the_place_of_one_that_stood_for_nothing() =>
        Assert.Equal("""{"called":"a","id":1}""", Field.Payload(JsonNode.Parse("""{"name":"a","called":"b","id":1}"""), "authors")!.ToJsonString());
}

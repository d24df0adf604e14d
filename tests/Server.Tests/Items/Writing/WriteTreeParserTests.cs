using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Tests.Query;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Writing;

public sealed class WriteTreeParserTests
{
    [Theory]
    [InlineData("""{"title":"x"}""", "create articles()")]
    [InlineData("""{"id":7,"title":"x"}""", "create articles(7)")]
    [InlineData("""{"author":3}""", "create articles()")]
    [InlineData("""{"author":null}""", "create articles()")]
    [InlineData("""{"author":{"name":"x"}}""", "create articles() {author: create authors()}")]
    [InlineData("""{"author":{"id":3}}""", "create articles() {author: ? authors(3)}")]
    [InlineData("""{"author":{"name":"x","articles":[{"id":2}]}}""", "create articles() {author: create authors() {articles = ? articles(2)}}")]
    [InlineData("""{"comments":[]}""", "create articles() {comments =}")]
    [InlineData("""{"comments":null}""", "create articles() {comments =}")]
    [InlineData("""{"comments":[{"text":"x"},4,{"id":5}]}""", "create articles() {comments = create comments(), ? comments(5), link 4}")]
    [InlineData("""{"comments":{"create":[{"text":"x"}],"update":[{"id":5,"text":"y"}],"delete":[6]}}""",
        "create articles() {comments ± create comments(), update comments(5), remove 6}")]
    [InlineData("""{"tags":[{"tag":{"label":"x"}}]}""", "create articles() {tags = create article_tags() {tag: create tags()}}")]
    [InlineData("""{"blocks":[{"kind":"tags","item":{"label":"x"}}]}""", "create articles() {blocks = create blocks() {item: create tags()}}")]
    [InlineData("""{"unknown":{"x":1}}""", "create articles()")]
    public void Items_are_shaped_with_what_is_nested_in_them(string item, string expected) =>
        Assert.Equal(expected, Writes.Text(Writes.Create("articles", item)));

    [Theory]
    [InlineData("""[]""", "An item has to be an object")]
    [InlineData("""7""", "An item has to be an object")]
    [InlineData("""{"comments":7}""", "Invalid one-to-many update structure: \"value\" must be of type object")]
    [InlineData("""{"comments":[true]}""", "Invalid one-to-many update structure: an entry must be an object or a key")]
    [InlineData("""{"comments":{"add":[]}}""", "Invalid one-to-many update structure: \"add\" is not allowed")]
    [InlineData("""{"comments":{"create":{}}}""", "Invalid one-to-many update structure: \"create\" must be an array")]
    [InlineData("""{"comments":{"create":[1]}}""", "Invalid one-to-many update structure: \"create[0]\" must be of type object")]
    [InlineData("""{"comments":{"update":[{"text":"x"}]}}""", "Invalid one-to-many update structure: an item of \"update\" misses its primary key")]
    [InlineData("""{"comments":{"delete":[{}]}}""", "Invalid one-to-many update structure: \"delete[0]\" must be a key")]
    [InlineData("""{"blocks":[{"item":{"label":"x"}}]}""", "Can't update nested record \"blocks.item\" without field \"blocks.kind\" being set")]
    [InlineData("""{"blocks":[{"kind":"comments","item":{}}]}""", "\"blocks.item\" can't be linked to collection \"comments\"")]
    public void Shapes_that_make_no_sense_are_refused(string item, string reason)
    {
        var refusal = Assert.Throws<DirectusException>(() => Writes.Create("articles", item));

        Assert.Equal((ErrorCodes.InvalidPayload, $"Invalid payload. {reason}."), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void What_cannot_be_a_key_is_forbidden()
    {
        var refusal = Assert.Throws<DirectusException>(() => Writes.Create("articles", """{"id":"x"}"""));

        Assert.Equal(ErrorCodes.Forbidden, refusal.Code);
    }

    [Theory]
    [InlineData("""{"comments":[{},{}]}""", 3)]
    [InlineData("""{"comments":[1,2]}""", 3)]
    [InlineData("""{"comments":{"create":[{}],"delete":[2]}}""", 3)]
    [InlineData("""{"author":{"name":"x"}}""", 2)]
    public void Nested_items_count_among_those_of_a_call(string item, int items)
    {
        var (articles, data) = (Library.Schema["articles"], Writes.Json(item));

        Writes.Parser(mostItems: items).Create(articles, data);

        Assert.Throws<DirectusException>(() => Writes.Parser(mostItems: items - 1).Create(articles, data));
    }

    [Fact]
    public void An_update_of_several_items_gives_each_of_them_the_list()
    {
        var node = Writes.Parser().Update(Library.Schema["articles"], [1, 2], Writes.Json("""{"comments":[{"text":"x"}]}"""));

        Assert.Equal("update articles(1,2) {comments = create comments(); comments = create comments()}", Writes.Text(node));
        Assert.Equal([0, 1], node.ToMany.Select(list => list.Ordinal));
    }

    [Fact]
    public void An_item_of_a_list_does_not_say_which_item_it_belongs_to()
    {
        var node = Writes.Create("articles", """{"comments":[{"text":"x","article":{"title":"another"}}]}""");

        Assert.Equal("create articles() {comments = create comments()}", Writes.Text(node));
    }

    [Fact]
    public void Items_that_name_their_key_are_listed_in_their_order()
    {
        var parser = Writes.Parser();

        parser.Create(Library.Schema["articles"], Writes.Json("""{"id":1,"author":{"id":2,"articles":[{"id":3}]},"comments":[{"id":4},5]}"""));

        Assert.Equal([1, 2, 3, 4], parser.Keyed.Select(node => node.Keys[0]));
    }

    [Fact]
    public void Presets_bring_items_for_what_is_left_out()
    {
        var caller = Writes.May(AccessAction.Create, "articles", "title,author", presets: """{"author":{"name":"x"}}""");

        Assert.Equal("create articles() {author: create authors()}", Writes.Text(Writes.Create("articles", """{"title":"x"}""", caller)));
        Assert.Equal("create articles()", Writes.Text(Writes.Create("articles", """{"author":1}""", caller)));
    }

    [Fact]
    public void Presets_of_an_item_are_read_once_its_action_is_known()
    {
        var parser = Writes.Parser(Writes.May(AccessAction.Create, "authors", "*", presets: """{"articles":[{"title":"x"}]}"""));
        var node = parser.Create(Library.Schema["articles"], Writes.Json("""{"author":{"id":3}}"""));
        Assert.Equal("create articles() {author: ? authors(3)}", Writes.Text(node));

        node.ToOne[0].Target.Action = AccessAction.Create;

        Assert.False(parser.ReadDecided());
        Assert.Equal("create articles() {author: create authors(3) {articles = create articles()}}", Writes.Text(node));
    }

    [Fact]
    public void Presets_that_bring_each_other_have_an_end()
    {
        var caller = Writes.May(AccessAction.Create, "articles", "*", presets: """{"parent":{"title":"x"}}""");

        var refusal = Assert.Throws<DirectusException>(() => Writes.Create("articles", "{}", caller));

        Assert.Equal("Invalid payload. Presets are nested too deeply.", refusal.Message);
    }
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.IntegrationTests.Items;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>What recorded cases do not tell of reads: names that meet, parts that say little, and what a read costs.</summary>
public sealed class ReadTests
{
    [Theory, EachDatabase]
    public async Task Aliases_are_lists_of_their_own_whatever_they_are_called(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        await app.Admin.ShouldAnswerAsync(
            $"{{ {library.Authors}(sort: [\"id\"], limit: 1) {{ name: books(sort: [\"-id\"], limit: 1) {{ title }} books(limit: 1, sort: [\"id\"]) {{ x: title id: title }} title: name }} }}",
            $$"""{"{{library.Authors}}": [{"name": [{"title": "b2"}], "books": [{"x": "b1", "id": "b1"}], "title": "a1"}]}""");
    }

    [Theory, EachDatabase]
    public async Task Parts_of_one_field_are_put_together(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        await app.Admin.ShouldAnswerAsync(
            $$"""
            { a: {{library.Books}}_by_id(id: 1) { author { name } ...more } ...of_query }
            fragment more on {{library.Books}} { author { id ... { books(limit: 1, sort: ["id"]) { id } } } }
            fragment of_query on Query { a: {{library.Books}}_by_id(id: 1) { title } }
            """,
            """{"a": {"author": {"name": "a1", "id": "1", "books": [{"id": "1"}]}, "title": "b1"}}""");
    }

    [Theory, EachDatabase]
    public async Task Only_the_type_may_be_asked_for(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        var reader = await app.SignInAsync(May.Read(library.Books, "title", "author"), May.Read(library.Authors, "name", "books"));

        foreach (var caller in (TestClient[])[app.Admin, reader])
        {
            await caller.ShouldAnswerAsync($"{{ {library.Books}(limit: 1) {{ __typename author {{ __typename books {{ t: __typename }} }} }} }}",
                $$$"""{"{{{library.Books}}}": [{"__typename": "{{{library.Books}}}", "author": {"__typename": "{{{library.Authors}}}", "books": [{"t": "{{{library.Books}}}"}, {"t": "{{{library.Books}}}"}]}}]}""");
        }
    }

    [Theory, EachDatabase]
    public async Task A_field_of_the_root_sends_one_statement_for_each_level(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string> { ["LOG_LEVEL"] = "trace" });
        await using var app = await TestApp.OnAsync(server);
        var library = await FilledAsync(app);
        var document = $"{{ {library.Authors} {{ name a: books {{ title tags {{ tag {{ label }} }} }} b: books(limit: 1) {{ title author {{ name }} }} }} }}";
        // Authors, two lists, the tags of one of them in two steps and the authors of the other.
        Assert.Equal(6, await SentStatements.CountAsync(app, library, () => app.Admin.AnswerAsync(document)));
    }

    [Theory, EachDatabase]
    public async Task What_fails_leaves_the_rest_of_the_answer(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        using var reply = await app.Admin.AskAsync($"{{ there: {library.Books}_by_id(id: 1) {{ title }} gone: {library.Books}_by_id(id: 99) {{ title }} }}");

        JsonAssert.Same(
            JsonNode.Parse("""{"data": {"there": {"title": "b1"}, "gone": null}, "errors": [{"message": "You don't have permission to access this.", "extensions": {"code": "FORBIDDEN"}, "locations": [{"line": 1, "column": COLUMN}], "path": ["gone"]}]}"""
                .Replace("COLUMN", $"{34 + library.Books.Length}", StringComparison.Ordinal)),
            JsonNode.Parse(await reply.Content.ReadAsStringAsync()));
    }

    [Theory, EachDatabase]
    public async Task Nothing_in_a_list_is_refused_in_words(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        foreach (var document in (string[])[$"{{ {library.Books}_aggregated(groupBy: [null]) {{ group }} }}",
            $"{{ {library.Books}(sort: [null]) {{ id }} }}",
            $"{{ {library.Books}(filter: {{ _and: [null] }}) {{ id }} }}",
            $"mutation {{ update_{library.Books}_items(ids: [null], data: {{ title: \"x\" }}) {{ id }} }}"])
            Assert.Contains(await app.Admin.RefusalAsync(document), (string[])["INVALID_QUERY", "INVALID_PAYLOAD"]);
    }

    private static async Task<Library> FilledAsync(TestApp app)
    {
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}",
            new { id = 1, name = "a1", books = new[] { new { id = 1, title = "b1" }, new { id = 2, title = "b2" } } });
        await app.CreateAsync($"/items/{library.BookTags}", new { book = 1, tag = new { id = 1, label = "red" } });
        return library;
    }
}

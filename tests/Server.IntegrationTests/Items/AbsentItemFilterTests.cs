using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>A filter behind a relation sees nulls where there is no item, as the outer side of a join does.</summary>
public sealed class AbsentItemFilterTests
{
    // Ada has a (tag y) and c, Bob has one without a title (a tag that leads nowhere), Cay none.
    private static readonly (string Filter, string Names)[] OfAuthors =
    [
        ("""{"books":{"id":{"_null":true}}}""", "Cay"),
        ("""{"books":{"id":{"_nnull":true}}}""", "Ada Bob"),
        ("""{"books":{"title":{"_null":true}}}""", "Bob Cay"),
        ("""{"books":{"title":{"_empty":true}}}""", "Bob Cay"),
        ("""{"books":{"title":{"_nempty":false}}}""", "Bob Cay"),
        ("""{"books":{"title":{"_nnull":true}}}""", "Ada"),
        ("""{"books":{"title":{"_neq":"a"}}}""", "Ada"),
        ("""{"books":{"title":{"_nin":["a"]}}}""", "Ada"),
        ("""{"books":{"title":{"_null":true},"id":{"_null":true}}}""", "Cay"),
        ("""{"books":{"_or":[{"id":{"_null":true}},{"title":{"_eq":"c"}}]}}""", "Ada Cay"),
        ("""{"books":{"_and":[{"id":{"_null":true}},{"title":{"_eq":"c"}}]}}""", ""),
        ("""{"_or":[{"books":{"id":{"_null":true}}},{"name":{"_eq":"Ada"}}]}""", "Ada Cay"),
        ("""{"_and":[{"books":{"id":{"_null":true}}},{"notes":{"id":{"_null":true}}}]}""", "Cay"),
        ("""{"books":{"_some":{"id":{"_null":true}}}}""", ""),
        ("""{"books":{"_none":{"id":{"_null":true}}}}""", "Ada Bob Cay"),
        ("""{"books":{"_none":{"title":{"_null":true}}}}""", "Ada Cay"),
        ("""{"books":{"tags":{"id":{"_null":true}}}}""", "Ada Cay"),
        ("""{"books":{"tags":{"tag":{"_null":true}}}}""", "Ada Bob Cay"),
        ("""{"books":{"tags":{"tag":{"label":{"_null":true}}}}}""", "Ada Bob Cay"),
        ("""{"books":{"_some":{"tags":{"id":{"_null":true}}}}}""", "Ada"),
        ("""{"books":{"_none":{"tags":{"id":{"_null":true}}}}}""", "Bob Cay"),
        ("""{"books":{"count(tags)":{"_eq":0}}}""", "Ada Cay"),
        ("""{"books":{"count(tags)":{"_null":true}}}""", ""),
        ("""{"books":{"author":{"name":{"_null":true}}}}""", "Cay"),
    ];

    [Theory, EachDatabase]
    public async Task Items_without_others_are_found_by_what_those_would_have(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        foreach (var (filter, names) in OfAuthors)
            Assert.Equal((filter, names), (filter, await NamesAsync(app.Admin, library, JsonNode.Parse(filter)!)));
        var follow = new JsonObject { [$"$FOLLOW({library.Books},author)"] = new JsonObject { ["id"] = new JsonObject { ["_null"] = true } } };
        Assert.Equal("Cay", await NamesAsync(app.Admin, library, follow));
    }

    [Theory, EachDatabase]
    public async Task So_are_they_by_rules_and_in_graphql(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        object lonely = new { books = new { id = new { _null = true } } };
        var ruled = await app.SignInAsync(May.Read(library.Authors).Where(lonely));
        // Bob's book is not there for this one.
        var reader = await app.SignInAsync(May.Read(library.Authors), May.Read(library.Books).Where(new { title = new { _nnull = true } }));

        Assert.Equal("Cay", await NamesAsync(ruled, library, new JsonObject()));
        Assert.Equal("Bob Cay", await NamesAsync(reader, library, JsonNode.Parse("""{"books":{"id":{"_null":true}}}""")!));
        var reply = await app.Admin.PostAsync("/graphql",
            new { query = $"{{ {library.Authors}(filter: {{books: {{id: {{_null: true}}}}}}) {{ name }} }}" });
        await reply.ShouldBeDataAsync($$"""{"{{library.Authors}}":[{"name":"Cay"}]}""");
    }

    [Theory, EachDatabase]
    public async Task So_are_they_through_a_many_to_any(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (blocks, texts, numbers) = await Blocks.CreateAsync(app);
        await app.CreateAsync($"/items/{blocks}", new { kind = texts, item = new { text = "a" } });
        await app.CreateAsync($"/items/{blocks}", new { kind = texts, item = new { text = (string?)null } });
        await app.CreateAsync($"/items/{blocks}", new { kind = numbers, item = new { number = 1 } });
        await app.CreateAsync($"/items/{blocks}", new { kind = (string?)null });

        await (await app.Admin.GetAsync($"/items/{blocks}?fields=id&filter[item:{texts}][id][_null]=true")).ShouldBeDataAsync("""[{"id":3},{"id":4}]""");
        await (await app.Admin.GetAsync($"/items/{blocks}?fields=id&filter[item:{texts}][text][_null]=true")).ShouldBeDataAsync("""[{"id":2},{"id":3},{"id":4}]""");
        await (await app.Admin.GetAsync($"/items/{blocks}?fields=id&filter[item:{texts}][text][_nnull]=true")).ShouldBeDataAsync("""[{"id":1}]""");
    }

    private static async Task<string> NamesAsync(TestClient client, Library library, JsonNode filter)
    {
        var found = await (await client.SearchAsync($"/items/{library.Authors}",
            new { query = new { fields = new[] { "name" }, sort = "name", filter } })).DataAsync();
        return string.Join(' ', found!.AsArray().Select(author => (string)author!["name"]!));
    }

    private static async Task<Library> FilledAsync(TestApp app)
    {
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Tags}", new { label = "y" });
        foreach (var name in (string[])["Ada", "Bob", "Cay"]) await app.CreateAsync($"/items/{library.Authors}", new { name });
        await app.CreateAsync($"/items/{library.Books}", new { title = "a", author = 1, tags = new[] { new { tag = 1 } } });
        await app.CreateAsync($"/items/{library.Books}", new { title = (string?)null, author = 2, tags = new[] { new { tag = (int?)null } } });
        await app.CreateAsync($"/items/{library.Books}", new { title = "c", author = 1 });
        await app.CreateAsync($"/items/{library.Notes}", new { text = "t", author = 2 });
        return library;
    }
}

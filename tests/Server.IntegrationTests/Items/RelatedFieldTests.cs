using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Paths that meet in one relation, wildcards, and lists where a value is expected.</summary>
public sealed class RelatedFieldTests
{
    [Theory, EachDatabase]
    public async Task What_several_entries_ask_of_a_relation_adds_up(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        foreach (var fields in (string[])["author.books.title,author.*", "author.*,author.books.title", "*.*,author.books.title",
            "author.books.title,*.*", "author,*.*,author.books.title"])
        {
            var author = (await (await app.Admin.GetAsync($"/items/{library.Books}/1?fields={fields}")).DataAsync())!["author"]!;
            Assert.Equal("""[{"title":"a"},{"title":"c"}]""", author["books"]!.ToJsonString());
            Assert.Equal("Ada", (string?)author["name"]);
        }
    }

    [Theory, EachDatabase]
    public async Task What_leads_back_is_a_key_when_backlinks_are_not_wanted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        var book = (await (await app.Admin.GetAsync($"/items/{library.Books}/1?fields=*.*.*&backlink=false")).DataAsync())!;

        Assert.Equal("[1,3]", book["author"]!["books"]!.ToJsonString());
        Assert.Equal("Ada", (string?)book["author"]!["name"]);
        Assert.Equal("1", book["tags"]![0]!["book"]!.ToJsonString());
    }

    [Theory, EachDatabase]
    public async Task A_list_is_sorted_by_what_comes_first_of_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        (string Sort, string Names)[] orders =
        [
            ("books.title", "Ada Bob Cay"), ("-books.title", "Cay Ada Bob"), ("books", "Ada Bob Cay"), ("-books", "Cay Ada Bob"),
            ("books.tags.tag.label", "Bob Ada Cay"), ("-books.tags.tag.label", "Ada Cay Bob"),
        ];

        foreach (var (sort, names) in orders)
        {
            var authors = await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=name&sort={sort},name")).DataAsync();
            Assert.Equal((sort, names), (sort, string.Join(' ', authors!.AsArray().Select(author => (string)author!["name"]!))));
        }
    }

    [Theory, EachDatabase]
    public async Task Nobody_sorts_through_a_list_by_what_they_may_not_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        var reader = await app.SignInAsync(May.Read(library.Authors), May.Read(library.Books, "id", "author", "title")
            .Where(new { title = new { _neq = "c" } }));

        await (await reader.GetAsync($"/items/{library.Authors}?sort=books.place")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.GetAsync($"/items/{library.Authors}?sort=books.tags")).ShouldBeErrorAsync(403, "FORBIDDEN");
        // Ada's other book is not there for the reader.
        await (await reader.GetAsync($"/items/{library.Authors}?fields=name&sort=-books.title&filter[books][_nnull]=true")).ShouldBeDataAsync("""[{"name":"Bob"},{"name":"Ada"}]""");
    }

    [Theory, EachDatabase]
    public async Task A_list_is_compared_by_the_keys_of_its_items(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        (string Filter, string Data)[] filters =
        [
            ("[books][_eq]=3", """[{"name":"Ada"}]"""), ("[books][_in]=2,3", """[{"name":"Ada"},{"name":"Bob"}]"""), ("[books][_gt]=3", "[]"),
            // As of every list: some item of it has to fit.
            ("[books][_neq]=1", """[{"name":"Ada"},{"name":"Bob"}]"""),
        ];

        foreach (var (filter, data) in filters)
            await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=name&sort=name&filter{filter}")).ShouldBeDataAsync(data);
        await (await app.Admin.GetAsync($"/items/{library.Authors}?filter[books][_contains]=a")).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Theory, EachDatabase]
    public async Task Wildcards_and_orders_lead_into_a_many_to_any(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (blocks, texts, numbers) = await Blocks.CreateAsync(app);
        foreach (var text in (string[])["b", "a"]) await app.CreateAsync($"/items/{blocks}", new { kind = texts, item = new { text } });
        await app.CreateAsync($"/items/{blocks}", new { kind = numbers, item = new { number = 7 } });

        await (await app.Admin.GetAsync($"/items/{blocks}?fields=*.*&limit=1")).ShouldBeDataAsync($$"""[{"id":1,"item":{"id":1,"text":"b"},"kind":"{{texts}}"}]""");
        await (await app.Admin.GetAsync($"/items/{blocks}?fields=item.id,item:{texts}.text")).ShouldBeDataAsync(
            """[{"item":{"id":1,"text":"b"}},{"item":{"id":2,"text":"a"}},{"item":{"id":1}}]""");
        await (await app.Admin.GetAsync($"/items/{blocks}?fields=id&sort=item:{texts}.text")).ShouldBeDataAsync("""[{"id":2},{"id":1},{"id":3}]""");
        await (await app.Admin.GetAsync($"/items/{blocks}?fields=*.text")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    // Ada has a (tag y) and c, Bob has b (tag x), Cay none.
    private static async Task<Library> FilledAsync(TestApp app)
    {
        var library = await Library.CreateAsync(app);
        foreach (var label in (string[])["y", "x"]) await app.CreateAsync($"/items/{library.Tags}", new { label });
        foreach (var name in (string[])["Ada", "Bob", "Cay"]) await app.CreateAsync($"/items/{library.Authors}", new { name });
        await app.CreateAsync($"/items/{library.Books}", new { title = "a", author = 1, tags = new[] { new { tag = 1 } } });
        await app.CreateAsync($"/items/{library.Books}", new { title = "b", author = 2, tags = new[] { new { tag = 2 } } });
        await app.CreateAsync($"/items/{library.Books}", new { title = "c", author = 1 });
        return library;
    }
}

using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>What `fields`, `alias` and `json()` ask for, and what they leave out.</summary>
public sealed class FieldSelectionTests
{
    [Theory, EachDatabase]
    public async Task What_leads_nowhere_is_left_out_and_fields_stay(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        var reader = await app.SignInAsync(May.Read(library.Books, "id", "title", "author"), May.Read(library.Authors, "id", "name"));
        (string Fields, string Book)[] selections =
        [
            ("id,nowhere.x", """{"id":1}"""), ("id,title.x", """{"id":1}"""), ("title,title.x", """{"title":"a"}"""), ("id,title,title.*", """{"id":1,"title":"a"}"""),
            ("title.x,title", """{"title":"a"}"""), ("id,author.nowhere.x", """{"id":1,"author":1}"""), ("author,author.name", """{"author":{"name":"Ada"}}"""),
            ("id,json(nowhere.data, k)", """{"id":1}"""),
        ];

        foreach (var caller in (TestClient[])[app.Admin, reader])
        {
            foreach (var (fields, book) in selections)
                await (await caller.GetAsync($"/items/{library.Books}/1?fields={fields}")).ShouldBeDataAsync(book);
            await (await caller.GetAsync($"/items/{library.Books}/1?fields=id,nowhere")).ShouldBeErrorAsync(403, "FORBIDDEN");
            Assert.Equal("a", (string?)(await (await caller.GetAsync($"/items/{library.Books}/1?fields=*,title.x")).DataAsync())!["title"]);
        }

        // What may not be used is as what is not there.
        await (await reader.GetAsync($"/items/{library.Books}/1?fields=id,tags.id")).ShouldBeDataAsync("""{"id":1}""");
        await (await app.Admin.GetAsync($"/items/{library.Books}/1?fields=[]=id&fields=title")).ShouldBeDataAsync("""{"title":"a"}""");
    }

    [Theory, EachDatabase]
    public async Task Functions_have_other_names_at_every_level(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        await (await app.Admin.GetAsync($"/items/{library.Authors}/1?fields=name,n&alias[n]=count(books)")).ShouldBeDataAsync("""{"name":"Ada","n":"1"}""");
        await (await app.Admin.GetAsync($"/items/{library.Authors}/1?fields=books.n&deep[books][_alias][n]=count(tags)")).ShouldBeDataAsync("""{"books":[{"n":"0"}]}""");
        await (await app.Admin.SearchAsync($"/items/{library.Authors}", new { query = new { fields = new[] { "n" }, alias = new { n = "count(books)" } } })).ShouldBeDataAsync("""[{"n":"1"}]""");
        Assert.Equal("1", (string?)(await (await app.Admin.GetAsync($"/items/{library.Authors}/1?alias[n]=count(books)")).DataAsync())!["n"]);
        await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=n&alias[n]=year(name)")).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Theory, EachDatabase]
    public async Task Neither_an_alias_nor_a_path_shows_what_may_not_be_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (things, secrets) = (await app.CreateCollectionAsync("shown:json", "hidden:json", "at:timestamp"),
            await app.CreateCollectionAsync("data:json"));
        await app.CreateAsync($"/items/{things}", new { shown = new { k = 1 }, hidden = new { k = 2 }, at = "2024-01-01T00:00:00Z" });
        var reader = await app.SignInAsync(May.Read(things, "id", "shown"));

        await (await reader.GetAsync($"/items/{things}?fields=k&alias[k]=json(shown, k)")).ShouldBeDataAsync("""[{"k":1}]""");
        await (await reader.GetAsync($"/items/{things}?fields=json(shown, k)")).ShouldBeDataAsync("""[{"shown_k_json":1}]""");
        foreach (var query in (string[])["fields=k&alias[k]=json(hidden, k)", "fields=*&alias[k]=json(hidden, k)", "fields=y&alias[y]=year(at)",
            "fields=id&sort=json(hidden, k)", "filter[json(hidden, k)][_eq]=2", "fields=t&alias[t]=hidden"])
            await (await reader.GetAsync($"/items/{things}?{query}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.GetAsync($"/items/{secrets}?fields=json(data, k)")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Json_is_named_and_found_by_its_path(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("data:json");
        await app.CreateAsync($"/items/{things}", new
        {
            data = new Dictionary<string, object>
            {
                ["list"] = new object[] { 7, new { x = 8 } },
                ["a"] = new Dictionary<string, object> { ["b c"] = 2 }, ["0"] = "zero", ["yes"] = true, ["n"] = 5
            }
        });
        (string Field, string Answer)[] fields =
        [
            ("json(data, list[0])", """{"data_list_0_json":7}"""), ("json(data,list[1].x)", """{"data_list_1_x_json":8}"""), ("json(data, list.0)", """{"data_list_0_json":7}"""),
            ("json(data, a.b c)", """{"data_a_b_c_json":2}"""), ("json(data, [0])", """{"data_0_json":null}"""), ("json(data, 0)", """{"data_0_json":null}"""),
            ("json(data, list[-1])", """{"data_list_-1_json":null}"""), ("json(data, a..b)", """{"data_a_b_json":null}"""), ("json(data, a.b.c.d.e.f.g.h.i.j)", """{"data_a_b_c_d_e_f_g_h_i_j_json":null}"""),
        ];

        foreach (var (field, answer) in fields)
            await (await app.Admin.GetAsync($"/items/{things}/1?fields={Uri.EscapeDataString(field)}")).ShouldBeDataAsync(answer);
        foreach (var path in (string[])["", "*", "list[*]", "list[]", "$.a", "list[x]", "a.b.c.d.e.f.g.h.i.j.k", "a[0][0][0][0][0][0][0][0][0][0]"])
            await (await app.Admin.GetAsync($"/items/{things}/1?fields={Uri.EscapeDataString($"json(data, {path})")}"))
                .ShouldBeErrorAsync(400, "INVALID_QUERY");
        foreach (var (test, found) in ((string, string)[])[("[json(data, n)][_eq]=5", """[{"id":1}]"""), ("[json(data, yes)][_eq]=true", """[{"id":1}]"""), ("[json(data, n)][_in]=4,6", "[]")])
            await (await app.Admin.GetAsync($"/items/{things}?fields=id&filter{test}")).ShouldBeDataAsync(found);
        await (await app.Admin.SearchAsync($"/items/{things}", new { query = new { fields = "id", filter = new Dictionary<string, object> { ["json(data, n)"] = new { _eq = 5 }, ["json(data, yes)"] = new { _eq = true } } } })).ShouldBeDataAsync("""[{"id":1}]""");
    }

    [Theory, EachDatabase]
    public async Task Json_is_reached_through_relations(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var kinds = await app.CreateCollectionAsync("data:json");
        var things = await app.CreateCollectionAsync("kind:integer");
        await (await app.Admin.PostAsync("/fields/" + kinds, new { field = "things", type = "alias", meta = new { special = new[] { "o2m" } } }))
            .DataAsync();
        await (await app.Admin.PostAsync("/relations",
            new { collection = things, field = "kind", related_collection = kinds, meta = new { one_field = "things" } })).DataAsync();
        await app.CreateAsync($"/items/{kinds}", new { data = new { color = "red" } });
        foreach (var kind in (int?[])[1, null]) await app.CreateAsync($"/items/{things}", new { kind });

        await (await app.Admin.GetAsync($"/items/{things}?fields=id,json(kind.data, color)")).ShouldBeDataAsync("""[{"id":1,"kind":{"data_color_json":"red"}},{"id":2,"kind":null}]""");
        await (await app.Admin.GetAsync($"/items/{kinds}?fields=json(things.kind.data, color)")).ShouldBeDataAsync("""[{"things":[{"kind":{"data_color_json":"red"}}]}]""");
        var reader = await app.SignInAsync(May.Read(things), May.Read(kinds, "id"));
        await (await reader.GetAsync($"/items/{things}?fields=id,json(kind.data, color)")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task An_item_of_any_collection_is_a_key_only_where_it_can_be_reached(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (blocks, texts, numbers) = await Blocks.CreateAsync(app);
        await app.CreateAsync($"/items/{blocks}", new { kind = texts, item = new { text = "a" } });
        await app.CreateAsync($"/items/{blocks}", new { kind = numbers, item = new { number = 1 } });
        await app.CreateAsync($"/items/{blocks}", new { kind = numbers, item = new { number = 2 } });
        await (await app.Admin.DeleteAsync($"/items/{numbers}/2")).ShouldBeNoContentAsync();
        var reader = await app.SignInAsync(May.Read(blocks), May.Read(texts));

        var asked = $"/items/{blocks}?sort=id&fields=item:{texts}.text";
        await (await app.Admin.GetAsync(asked)).ShouldBeDataAsync("""[{"item":{"text":"a"}},{"item":1},{"item":null}]""");
        await (await reader.GetAsync(asked)).ShouldBeDataAsync("""[{"item":{"text":"a"}},{"item":null},{"item":null}]""");
        await (await reader.GetAsync($"/items/{blocks}?sort=id&fields=item.id,item:{numbers}.number")).ShouldBeDataAsync("""[{"item":{"id":1}},{"item":null},{"item":null}]""");
        await (await reader.GetAsync($"/items/{blocks}?sort=id&fields=item")).ShouldBeDataAsync("""[{"item":"1"},{"item":"1"},{"item":"2"}]""");
    }

    [Theory, EachDatabase]
    public async Task A_read_by_key_takes_the_right_to_read_the_key(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "open:boolean");
        foreach (var open in (bool[])[true, false]) await app.CreateAsync($"/items/{things}", new { title = "t", open });
        var reader = await app.SignInAsync(May.Read(things, "title"));
        var some = await app.SignInAsync(May.Read(things, "title"), May.Read(things, "id", "title").Where(new { open = new { _eq = true } }));

        await (await reader.GetAsync($"/items/{things}?fields=title")).ShouldBeDataAsync("""[{"title":"t"},{"title":"t"}]""");
        await (await reader.GetAsync($"/items/{things}/1?fields=title")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.SearchAsync($"/items/{things}", new { keys = new[] { 1 }, query = new { fields = "title" } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await reader.Items.GetItemAsync(new() { Collection = things, Key = "1", Query = new() { Fields = { "title" } } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await some.GetAsync($"/items/{things}/1?fields=title")).ShouldBeDataAsync("""{"title":"t"}""");
        await (await some.GetAsync($"/items/{things}/2?fields=title")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Depth_counts_from_the_root_and_the_last_level_is_answered(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        string Path(int steps) => string.Join('.', Enumerable.Range(0, steps).Select(i => i % 2 == 0 ? "author" : "books"));

        foreach (var fields in (string[])[Path(9) + ".*", Path(10), "*.*.*.*.*.*.*.*.*.*"])
            await (await app.Admin.GetAsync($"/items/{library.Books}/1?fields={fields}")).DataAsync();
        await (await app.Admin.GetAsync($"/items/{library.Books}/1?fields={Path(10)}.name")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        object Filter(int steps) =>
            steps == 0 ? new { _nnull = true } : steps % 2 == 0 ? new { books = Filter(steps - 1) } : (object)new { author = Filter(steps - 1) };
        async Task<HttpResponseMessage> Deep(int steps) => await app.Admin.SearchAsync($"/items/{library.Authors}",
            new { query = new { fields = "books.id", deep = new { books = new { _filter = Filter(steps) } } } });
        await (await Deep(9)).DataAsync();
        await (await Deep(11)).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=books.id&deep[books][_sort]={Path(9)}")).DataAsync();
        await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=books.id&deep[books][_sort]={Path(10)}"))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    private static async Task<Library> FilledAsync(TestApp app)
    {
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Ada" });
        await app.CreateAsync($"/items/{library.Books}", new { title = "a", author = 1 });
        return library;
    }
}

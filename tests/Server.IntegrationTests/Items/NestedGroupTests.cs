using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>`_aggregate` and `_group` in `deep`: of a list not its items but what is computed of their groups, for each parent.</summary>
public sealed class NestedGroupTests
{
    [Theory, EachDatabase]
    public async Task A_list_may_be_counted_by_groups(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        await (await app.Admin.SearchAsync($"/items/{library.Authors}", new
        {
            query = new
            {
                fields = (string[])["name", "books.title"],
                deep = new
                {
                    books = new
                    {
                        _aggregate = new { count = "id", max = (string[])["title"] },
                        _group = (string[])["title"],
                        _sort = "-count.id"
                    }
                },
            },
        })).ShouldBeDataAsync("""
            [{"name":"Ada","books":[{"title":"b","count":{"id":"2"},"max":{"title":"b"}},{"title":"a","count":{"id":"1"},"max":{"title":"a"}}]},
             {"name":"Bo","books":[{"title":"a","count":{"id":"1"},"max":{"title":"a"}}]},
             {"name":"Cy","books":[]}]
            """);
    }

    [Theory, EachDatabase]
    public async Task Filter_limit_and_offset_count_for_each_parent(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);

        await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=name,books&deep[books][_group][]=title&deep[books][_limit]=1&deep[books][_offset]=1"))
            .ShouldBeDataAsync("""[{"name":"Ada","books":[{"title":"b"}]},{"name":"Bo","books":[]},{"name":"Cy","books":[]}]""");
        await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=name,books&deep[books][_aggregate][count]=*&deep[books][_filter][title][_eq]=b"))
            .ShouldBeDataAsync("""[{"name":"Ada","books":[{"count":"2"}]},{"name":"Bo","books":[]},{"name":"Cy","books":[]}]""");
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_read_items_does_not_count_them(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        var reader = await app.SignInAsync(May.Read(library.Authors), May.Read(library.Books, "id", "title")
            .Where(new { title = new { _neq = "b" } }));
        var request = new ListItemsRequest
        {
            Collection = library.Authors,
            Query = new() { Fields = { "books" }, Deep = Structs.Of(new { books = new { _aggregate = new { count = "*" } } }) },
            Encoding = Common.V1.Encoding.Json,
        };

        var reply = await reader.Items.ListItemsAsync(request);
        var refused = reader.GetAsync($"/items/{library.Authors}?fields=books&deep[books][_aggregate][max]=place");

        Assert.Equal("""[{"books":[{"count":"1"}]},{"books":[{"count":"1"}]},{"books":[]}]""", reply.Json.ToStringUtf8());
        await (await refused).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    private static async Task<Library> FilledAsync(TestApp app)
    {
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}",
            new { name = "Ada", books = new[] { new { title = "a" }, new { title = "b" }, new { title = "b" } } });
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Bo", books = new[] { new { title = "a" } } });
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Cy" });
        return library;
    }
}

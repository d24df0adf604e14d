using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Nesting is no way around permissions: each level asks for what it would ask for on its own.</summary>
public sealed class NestedWriteAccessTests
{
    [Theory, EachDatabase]
    public async Task What_may_not_be_written_on_its_own_may_not_be_written_within(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}",
            new { name = "Ada", books = new[] { new { title = "b1" } }, notes = new[] { new { text = "n1" } } });
        await app.CreateAsync($"/items/{library.Books}", new { title = "b2" });
        var editor = await app.SignInAsync(May.Read(library.Authors), May.Update(library.Authors), May.Create(library.Authors),
            May.Create(library.Books, "title"), May.Update(library.Books, "title").Where(new { title = new { _neq = "b1" } }));
        object[] changes =
        [
            new { name = "x", notes = new[] { new { text = "mine" } } },
            new { name = "x", notes = new { update = new[] { new { id = 1, text = "mine" } } } },
            new { name = "x", notes = new { delete = new[] { 1 } } },
            new { name = "x", notes = Array.Empty<int>() },
            new { name = "x", books = Array.Empty<int>() },
            new { name = "x", books = new { create = new[] { new { title = "mine" } } } },
            new { name = "x", books = new[] { 1, 2 } },
            new { name = "x", books = new { update = new[] { new { id = 1, title = "mine" } } } },
            new { name = "x", books = new { update = new[] { new { id = 2, title = "mine" } } } },
        ];
        var before = await EverythingAsync(app, library);

        foreach (var change in changes)
            await (await editor.PatchAsync($"/items/{library.Authors}/1", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await editor.PostAsync($"/items/{library.Authors}", new { name = "new", notes = new[] { new { text = "mine" } } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");

        Assert.Equal(before, await EverythingAsync(app, library));
    }

    [Theory, EachDatabase]
    public async Task Rules_hold_for_the_link_that_nesting_makes(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}", new { name = "mine" });
        await app.CreateAsync($"/items/{library.Authors}", new { name = "another's" });
        var editor = await app.SignInAsync(May.Read(library.Authors), May.Update(library.Authors), May.Read(library.Books),
            May.Create(library.Books).Keeping(new { author = new { _eq = 1 } }));
        var change = new { books = new { create = new[] { new { title = "b" } } } };

        await (await editor.PatchAsync($"/items/{library.Authors}/2", change)).ShouldBeErrorAsync(400, "FAILED_VALIDATION");
        await (await editor.PatchAsync($"/items/{library.Authors}/1?fields=books.title", change)).ShouldBeDataAsync("""{"books":[{"title":"b"}]}""");
    }

    [Theory, EachDatabase]
    public async Task Rules_of_system_collections_hold_within(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var role = await app.CreateAsync("/roles", new { name = "r" });

        var reply = await app.Admin.PatchAsync($"/roles/{role}", new { name = "x", users = new[] { new { email = "no address" } } });

        await reply.ShouldBeErrorAsync(400, "FAILED_VALIDATION");
        await (await app.Admin.GetAsync($"/roles/{role}?fields=name,users")).ShouldBeDataAsync("""{"name":"r","users":[]}""");
    }

    private static async Task<string> EverythingAsync(TestApp app, Library library)
    {
        var all = new List<string>();
        foreach (var collection in (string[])[library.Authors, library.Books, library.Notes])
        {
            all.Add((await (await app.Admin.GetAsync($"/items/{collection}?sort=id")).DataAsync())!.ToJsonString());
            all.Add((await (await app.Admin.GetAsync($"/activity?filter[collection][_eq]={collection}&fields=id&sort=id"))
                .DataAsync())!.ToJsonString());
        }

        return string.Join('\n', all);
    }
}

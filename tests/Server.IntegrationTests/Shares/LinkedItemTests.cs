using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Shares;

public sealed class LinkedItemTests
{
    [Theory, EachDatabase]
    public async Task A_share_shows_what_its_item_leads_to_and_no_more(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var garden = await SharedGarden.PlantAsync(app);
        var guest = await garden.ShareAsync(app.Admin, await app.CreateRoleAsync(garden.ReadAll));

        await (await guest.GetAsync($"/items/{garden.Articles}/1?fields=title,author.name,author.country.name,tags.tag.label,blocks.item:{garden.Texts}.text,children.title,author.articles.title"))
            .ShouldBeDataAsync("""
                {"title":"first","author":{"name":"first author","country":{"name":"first country"},"articles":[{"title":"first"}]},
                 "tags":[{"tag":{"label":"first tag"}}],"blocks":[{"item":{"text":"first text"}}],"children":[{"title":"child"}]}
                """);
        foreach (var (collection, field, expected) in new[]
        {
            (garden.Authors, "name", "first author"), (garden.Countries, "name", "first country"), (garden.Tags, "label", "first tag"),
                (garden.Texts, "text", "first text"),
        })
        {
            var seen = await guest.Items.ListItemsAsync(new() { Collection = collection, Query = new() { Fields = { field } } });
            JsonAssert.Same(new JsonArray(new JsonObject { [field] = expected }), seen.Items.ToJson());
            await guest.Items.GetItemAsync(new() { Collection = collection, Key = "2" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }

        await (await guest.GetAsync($"/items/{garden.Articles}?fields=title&sort=id")).ShouldBeDataAsync("""[{"title":"first"},{"title":"child"}]""");
        await (await guest.GetAsync($"/items/{garden.Articles}?aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"2"}]""");
    }

    [Theory, EachDatabase]
    public async Task The_way_to_a_linked_item_has_to_be_readable(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var garden = await SharedGarden.PlantAsync(app);
        var role = await app.CreateRoleAsync(May.Read(garden.Articles, "id", "title", "tags"), May.Read(garden.Authors), May.Read(garden.Tags),
            May.Read(garden.Junction, "id", "article"));
        var guest = await garden.ShareAsync(app.Admin, role);

        foreach (var collection in new[] { garden.Authors, garden.Tags })
        {
            await (await guest.GetAsync($"/items/{collection}")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await guest.Items.ListItemsAsync(new() { Collection = collection }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }
    }

    // GHSA-pmf4-v838-29hg
    [Theory, EachDatabase]
    public async Task Rights_are_those_of_role_and_creator_at_the_moment_of_the_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var garden = await SharedGarden.PlantAsync(app);
        var role = await app.CreateRoleAsync(garden.ReadAll);
        var account = await Auth.Account.CreateAsync(app);
        // Reads and shares only what is hers: in her rules, `$CURRENT_USER` is her, also for who reads by the share.
        var own = new { owner = new { _eq = "$CURRENT_USER" } };
        var policy = await app.CreateAsync("/policies", new
        {
            name = TestApp.Mark(),
            users = new[] { new { user = account.Id } },
            permissions = new object[]
            {
                new { collection = garden.Articles, action = "read", fields = new[] { "id", "title", "owner", "author" }, permissions = own },
                new { collection = garden.Articles, action = "share", permissions = own },
                new { collection = garden.Authors, action = "read", fields = new[] { "name" }, permissions = new { } },
                new { collection = "directus_shares", action = "create", fields = new[] { "*" } },
            },
        });
        await app.Admin.PatchAsync($"/items/{garden.Articles}/1", new { owner = account.Id });
        var creator = app.Client((await (await account.LoginAsync(app)).DataAsync())!["access_token"]!.ToString());
        var guest = await garden.ShareAsync(creator, role, Guid.NewGuid().ToString());
        await (await guest.GetAsync($"/items/{garden.Articles}?fields=title,author.name")).ShouldBeDataAsync("""[{"title":"first","author":{"name":"first author"}}]""");
        await (await guest.GetAsync($"/items/{garden.Articles}?fields=tags")).ShouldBeErrorAsync(403, "FORBIDDEN");

        // No longer hers: nothing of it, nor of what it led to.
        await app.Admin.PatchAsync($"/items/{garden.Articles}/1", new { owner = (string?)null });
        await (await guest.GetAsync($"/items/{garden.Articles}?fields=title")).ShouldBeDataAsync("[]");
        await (await guest.GetAsync($"/items/{garden.Authors}?fields=name")).ShouldBeDataAsync("[]");
        await app.Admin.PatchAsync($"/items/{garden.Articles}/1", new { owner = account.Id });
        await (await guest.GetAsync($"/items/{garden.Authors}?fields=name")).ShouldBeDataAsync("""[{"name":"first author"}]""");

        // Demoted, then gone.
        await app.Admin.DeleteAsync($"/policies/{policy}");
        await (await guest.GetAsync($"/items/{garden.Articles}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await guest.Items.ListItemsAsync(new() { Collection = garden.Authors }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }
}

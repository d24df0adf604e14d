using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Access;

/// <summary>Who uses the app is listed what comes with it too; who may write but not read learns of other rows only what they
/// name outright.</summary>
public sealed class PermissionListTests
{
    [Theory, EachDatabase]
    public async Task The_permissions_of_the_app_are_listed_after_the_stored_ones(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        await (await app.Admin.GetAsync("/permissions?filter[collection][_eq]=directus_roles&filter[action][_eq]=read&filter[policy][_null]=true&fields=id")).ShouldBeDataAsync("""
            [{"policy":null,"permissions":{"id":{"_in":"$CURRENT_ROLES"}},"validation":null,"presets":null,"fields":["*"],"system":true,
            "collection":"directus_roles","action":"read"}]
            """);
        var listed = await app.Admin.Items.ListItemsAsync(new()
        {
            Collection = "directus_permissions",
            Query = new() { Filter = Structs.Of(new { collection = new { _in = "directus_presets" } }) }
        });
        Assert.Equal(["read", "create", "update", "delete"], listed.Items.Select(row => row.Fields["action"].StringValue));
        // Every operator of texts, as on the stored ones.
        var started = await app.Admin.GetAsync("/permissions?filter[collection][_eq]=directus_presets&filter[action][_istarts_with]=DE&filter[policy][_null]=true");
        Assert.Equal("delete", (string?)Assert.Single((await started.DataAsync())!.AsArray())!["action"]);
        await (await app.Admin.GetAsync("/permissions?aggregate[count]=*&filter[collection][_eq]=directus_presets")).ShouldBeDataAsync("""[{"count":"0"}]""");
    }

    [Theory, EachDatabase]
    public async Task Who_does_not_use_the_app_is_listed_what_may_be_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        object read = new
        {
            collection = "directus_permissions",
            action = "read",
            fields = new[] { "collection" },
            permissions = new { collection = new { _eq = things } }
        };
        var member = await Member.CreateAsync(app, [read, new { collection = things, action = "read", fields = new[] { "*" } }]);
        var user = await Member.CreateAsync(app, [], appAccess: true);

        await (await member.Client.GetAsync("/permissions")).ShouldBeDataAsync($$"""[{"collection":"{{things}}"}]""");
        await (await user.Client.GetAsync("/permissions")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_read_names_items_by_whole_values_only(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "owner", "n:integer");
        await app.CreateAsync($"/items/{things}", new { title = "mine", owner = "me", n = 1 });
        await app.CreateAsync($"/items/{things}", new { title = "secret", owner = "other", n = 2 });
        var blind = await app.SignInAsync(May.Update(things).Where(new { owner = new { _eq = "me" } }), May.Delete(things)
            .Where(new { owner = new { _eq = "me" } }));
        object[] searching =
        [
            new { filter = new { title = new { _starts_with = "x" } } }, new { filter = new { n = new { _gt = 5 } } },
                new { filter = new { title = new { _null = true } } },
            new { filter = new { title = new { _neq = "mine" } } }, new { search = "nothing" }, new { sort = "title", limit = 1 }, new { },
                new { filter = new { } },
            new { filter = new { _or = new object[] { new { title = "mine" }, new { n = new { _lt = 0 } } } } },
                new { filter = new { title = "mine" }, limit = 1 },
        ];

        foreach (var query in searching)
        {
            await (await blind.PatchAsync($"/items/{things}", new { query, data = new { n = 3 } })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await blind.DeleteAsync($"/items/{things}", new { query })).ShouldBeErrorAsync(403, "FORBIDDEN");
        }

        await (await blind.PatchAsync($"/items/{things}",
            new { query = new { filter = new { title = new { _in = new[] { "mine" } } } }, data = new { n = 3 } })).ShouldBeNoContentAsync();
        await (await blind.DeleteAsync($"/items/{things}", new { query = new { filter = new { title = "mine" } } })).ShouldBeNoContentAsync();
        await (await app.Admin.GetAsync($"/items/{things}?fields=title,n")).ShouldBeDataAsync("""[{"title":"secret","n":2}]""");
    }

    [Theory, EachDatabase]
    public async Task A_singleton_that_may_not_be_used_is_as_good_as_missing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var one = await app.CreateCollectionAsync("title");
        await (await app.Admin.PatchAsync($"/collections/{one}", new { meta = new { singleton = true } })).DataAsync();
        var stranger = await app.SignInAsync();

        foreach (var name in (string[])[one, "no_such_collection"])
        {
            await (await stranger.PostAsync($"/items/{name}", new { title = "a" })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await stranger.PatchAsync($"/items/{name}", new { title = "a" })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await stranger.PatchAsync($"/items/{name}/1", new { title = "a" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        }
    }
}

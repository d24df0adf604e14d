using Directus.Grpc.Server.IntegrationTests.Access;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Nobody gives themselves what they were not given, by no way to write.</summary>
public sealed class EscalationTests
{
    /// <summary>CVE-2021-26594: what opens an account or makes an administrator is no field like others.</summary>
    [Theory, EachDatabase]
    public async Task Users_change_nothing_of_themselves_that_was_not_listed(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var role = await AdminRoleAsync(app);
        var self = new { id = new { _eq = "$CURRENT_USER" } };
        var member = await Member.CreateAsync(app,
        [
            new { collection = "directus_users", action = "read", fields = new[] { "*" }, permissions = self },
            new { collection = "directus_users", action = "update", fields = new[] { "title" }, permissions = self },
        ]);
        object[] changes =
        [
            new { role }, new { policies = new { create = new[] { new { policy = role } } } }, new { policies = Array.Empty<string>() },
                new { token = "mine" }, new { status = "active" },
            new { email = "other@example.com" }, new { password = "another-password" }, new { tfa_secret = "JBSWY3DPEHPK3PXP" },
                new { auth_data = new { x = 1 } }, new { external_identifier = "x" },
            new { provider = "x" }, new { last_access = "2020-01-01T00:00:00Z" }, new { last_page = "/x" }, new { title = "x", role = (string?)null },
        ];
        await using var fingerprint = await Fingerprint.OfAsync(app.Server.Database);
        var before = await fingerprint.RowsAsync("directus_users", $"id = '{member.Id}'");

        foreach (var change in changes)
        {
            WriteCall[] calls =
            [
                new("UsersService/UpdateCurrentUser", new { data = change }) { Method = HttpMethod.Patch, Path = "/users/me", Body = change },
                .. WriteCalls.OfItems("directus_users", "/users", member.Id, new { email = "x@example.com" }, change)
                    .Where(call => call.Method == HttpMethod.Patch),
            ];
            foreach (var call in calls) await call.RequireRefusedAsync(member.Client);
        }

        Assert.Equal(before, await fingerprint.RowsAsync("directus_users", $"id = '{member.Id}'"));
    }

    /// <summary>Who may make users gives them no more than lists, and no role through the role's own list.</summary>
    [Theory, EachDatabase]
    public async Task Who_may_write_some_fields_of_users_cannot_make_administrators(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var role = await AdminRoleAsync(app);
        var victim = await app.CreateAsync("/users", new { email = $"{Guid.NewGuid():N}@example.com" });
        var clerk = (await app.SignInAsync(May.Create("directus_users", "email", "title"), May.Read("directus_users", "id", "title"),
            May.Update("directus_users", "title"), May.Update("directus_roles", "name"),
            May.Read("directus_roles", "id", "name"), May.Create("directus_access", "sort"), May.Update("directus_policies", "name")));

        object[] users = [new { email = "n@example.com", role }, new { email = "n@example.com", policies = new[] { new { policy = role } } },
            new { email = "n@example.com", token = "t" }];
        foreach (var user in users) await (await clerk.PostAsync("/users", user)).ShouldBeErrorAsync(403, "FORBIDDEN");
        object[] nested = [new { users = new[] { victim } }, new { users = new { update = new[] { new { id = victim, title = "x" } } } },
            new { policies = Array.Empty<string>() }, new { children = Array.Empty<string>() }, new { parent = role }];
        foreach (var change in nested) await (await clerk.PatchAsync($"/roles/{role}", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await clerk.PostAsync("/access", new { role, policy = role })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/users/{victim}?fields=role,title")).ShouldBeDataAsync("""{"role":null,"title":null}""");
    }

    /// <summary>GHSA-3fff-gqw3-vj86 (CVE-2024-6534): a preset stays its owner's on each way to write.</summary>
    [Theory, EachDatabase]
    public async Task Presets_are_given_to_nobody_else(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        var (owner, other) = (await Member.CreateAsync(app, [], appAccess: true), await Member.CreateAsync(app, [], appAccess: true));
        var own = await app.CreateAsync("/presets", new { collection = things, user = owner.Id });
        var theirs = await app.CreateAsync("/presets", new { collection = things, user = other.Id });

        foreach (var user in (string?[])[other.Id, null])
        {
            foreach (var key in (string[])[own, theirs])
            {
                foreach (var call in WriteCalls.OfItems("directus_presets", "/presets", key, new { collection = things, user }, new { user })
                    .Where(call => call.Method != HttpMethod.Delete))
                    await (call with { Codes = ["FORBIDDEN", "FAILED_VALIDATION"] }).RequireRefusedAsync(owner.Client);
            }
        }

        await (await owner.Client.PatchAsync($"/presets/{theirs}", new { bookmark = "x" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await owner.Client.DeleteAsync($"/presets/{theirs}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await owner.Client.GetAsync($"/presets?filter[collection][_eq]={things}&fields=id")).ShouldBeDataAsync($$"""[{"id":{{own}}}]""");
        await (await app.Admin.GetAsync($"/presets?filter[collection][_eq]={things}&fields=user,bookmark&sort=id"))
            .ShouldBeDataAsync($$"""[{"user":"{{owner.Id}}","bookmark":null},{"user":"{{other.Id}}","bookmark":null}]""");
    }

    /// <summary>GHSA-7h45-q5jx-7r87: a share keeps its creator, and shows what only they may choose.</summary>
    [Theory, EachDatabase]
    public async Task Shares_are_not_turned_into_other_shares(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (things, closed) = (await app.CreateCollectionAsync("title"), await app.CreateCollectionAsync("title"));
        foreach (var collection in (string[])[things, things, closed]) await app.CreateAsync($"/items/{collection}", new { title = "a" });
        var admins = await AdminRoleAsync(app);
        var other = await app.CreateAsync("/users", new { email = $"{Guid.NewGuid():N}@example.com" });
        var creator = await Member.CreateAsync(app,
        [
            .. new[] { "read", "share" }.Select(action =>
                (object)new { collection = things, action, fields = new[] { "*" }, permissions = new { id = new { _eq = 1 } } }),
            .. new[] { "create", "read", "update" }.Select(action =>
                (object)new { collection = "directus_shares", action, fields = new[] { "*" }, permissions = new { } }),
        ]);
        var share = (string)(await (await creator.Client.PostAsync("/shares", new { collection = things, item = "1" })).DataAsync())!["id"]!;
        object[] changes = [new { user_created = other }, new { role = admins }, new { item = "2" }, new { collection = closed },
            new { collection = closed, item = "1" }, new { times_used = -5 }];

        foreach (var change in changes)
        {
            foreach (var call in WriteCalls.OfItems("directus_shares", "/shares", share, new { collection = closed, item = "1" }, change)
                .Where(call => call.Method == HttpMethod.Patch))
                await call.RequireRefusedAsync(creator.Client);
        }

        await (await app.Admin.GetAsync($"/shares/{share}?fields=user_created,role,item,collection,times_used"))
            .ShouldBeDataAsync($$"""{"user_created":"{{creator.Id}}","role":null,"item":"1","collection":"{{things}}","times_used":0}""");
    }

    /// <summary>A notification is its recipient's, who changes its status and nothing else.</summary>
    [Theory, EachDatabase]
    public async Task Notifications_are_their_recipients(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (owner, other) = (await Member.CreateAsync(app, [], appAccess: true), await Member.CreateAsync(app, [], appAccess: true));
        var own = await app.CreateAsync("/notifications", new { recipient = owner.Id, subject = "own" });
        var theirs = await app.CreateAsync("/notifications", new { recipient = other.Id, subject = "theirs" });

        await (await owner.Client.PatchAsync($"/notifications/{own}?fields=status", new { status = "archived" })).ShouldBeDataAsync("""{"status":"archived"}""");
        foreach (object change in (object[])[new { recipient = other.Id }, new { subject = "x" }, new { sender = other.Id }])
            await (await owner.Client.PatchAsync($"/notifications/{own}", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await owner.Client.PatchAsync($"/notifications/{theirs}", new { status = "archived" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await owner.Client.GetAsync($"/notifications/{theirs}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await owner.Client.PostAsync("/notifications", new { recipient = other.Id, subject = "spam" })).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    /// <summary>GHSA-99vm-5v2h-h6r6 (CVE-2025-27089): of overlapping rules those that match the row say which fields may be written there.</summary>
    [Theory, EachDatabase]
    public async Task Rules_for_other_rows_open_no_field(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("kind", "x", "y");
        foreach (var kind in (string[])["a", "b"]) await app.CreateAsync($"/items/{things}", new { kind });
        var editor = await app.SignInAsync(May.Update(things, "x").Where(new { kind = new { _eq = "a" } }), May.Update(things, "y")
            .Where(new { kind = new { _eq = "b" } }));

        await (await editor.PatchAsync($"/items/{things}/1", new { x = "1" })).ShouldBeNoContentAsync();
        await (await editor.PatchAsync($"/items/{things}/2", new { y = "1" })).ShouldBeNoContentAsync();
        await (await editor.PatchAsync($"/items/{things}/1", new { y = "2" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await editor.PatchAsync($"/items/{things}", new { keys = new[] { 1, 2 }, data = new { x = "2" } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        Assert.Equal("FORBIDDEN",
            await Rpcs.RefusalAsync(editor, "ItemsService/UpdateItem", new { collection = things, key = "2", data = new { x = "2" } }));
        await (await app.Admin.GetAsync($"/items/{things}?fields=x,y&sort=id")).ShouldBeDataAsync("""[{"x":"1","y":null},{"x":null,"y":"1"}]""");
    }

    /// <summary>GHSA-hxgm-ghmv-xjjm (CVE-2024-39701): a list that is empty, because a variable has no value, lets nobody in.</summary>
    [Theory, EachDatabase]
    public async Task An_empty_list_in_a_rule_matches_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("kind");
        await app.CreateAsync($"/items/{things}", new { kind = "a" });
        foreach (object rule in (object[])[new { _in = "$CURRENT_USER.title" }, new { _in = new[] { "$CURRENT_USER.title" } },
            new { _eq = "$CURRENT_USER.title" }])
        {
            object[] rights = [.. new[] { "read", "update", "delete" }.Select(action =>
                new { collection = things, action, fields = new[] { "*" }, permissions = new { kind = rule } })];
            var member = await Member.CreateAsync(app, rights);

            await (await member.Client.GetAsync($"/items/{things}")).ShouldBeDataAsync("[]");
            await (await member.Client.PatchAsync($"/items/{things}/1", new { kind = "b" })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await member.Client.DeleteAsync($"/items/{things}/1")).ShouldBeErrorAsync(403, "FORBIDDEN");
        }
    }

    /// <summary>The last administrator stays one, whatever is taken away.</summary>
    [Theory, EachDatabase]
    public async Task The_last_administrator_stays(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        var admin = (await (await app.Admin.GetAsync("/users/me?fields=id,role.id,role.policies.id,role.policies.policy")).DataAsync())!;
        var (user, role) = ((string)admin["id"]!, (string)admin["role"]!["id"]!);
        var (attachment, policy) = ((string)admin["role"]!["policies"]![0]!["id"]!, (string)admin["role"]!["policies"]![0]!["policy"]!);
        WriteCall[] calls =
        [
            .. Calls("directus_users", "/users", user, new { status = "suspended" }),
                .. Calls("directus_users", "/users", user, new { role = (string?)null }),
            .. Calls("directus_roles", "/roles", role, new { users = Array.Empty<string>() }),
                .. Calls("directus_roles", "/roles", role, new { policies = Array.Empty<string>() }),
            .. Calls("directus_policies", "/policies", policy, new { admin_access = false }),
                .. Calls("directus_policies", "/policies", policy, new { roles = Array.Empty<string>() }),
            .. Calls("directus_access", "/access", attachment, new { role = (string?)null }),
        ];
        await using var fingerprint = await Fingerprint.OfAsync(server.Database);
        var before = await fingerprint.TakeAsync();

        foreach (var call in calls) await call.RequireRefusedAsync(app.Admin);

        Assert.Equal(before, await fingerprint.TakeAsync());

        static IEnumerable<WriteCall> Calls(string collection, string route, string key, object change) =>
            WriteCalls.OfItems(collection, route, key, new { }, change)
            .Where(call => call.Method != HttpMethod.Post && !call.ByQuery).Select(call => call with { Codes = ["UNPROCESSABLE_CONTENT"] });
    }

    private static async Task<string> AdminRoleAsync(TestApp app) => await app.CreateAsync("/roles",
        new { name = "administrators too", policies = new[] { new { policy = new { name = "all", admin_access = true } } } });
}

using Directus.Grpc.Access.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Directus.Grpc.Users.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Access;

/// <summary>Callers are told what they may do, and may change of themselves what a permission lets them.</summary>
public sealed class CurrentRightsTests
{
    [Theory, EachDatabase]
    public async Task Permissions_are_told_alike_over_both_faces(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("text", "kind");
        await app.CreateAsync($"/items/{notes}", new { text = "a", kind = "open" });
        var member = await Member.CreateAsync(app,
        [
            new { collection = notes, action = "read", fields = new[] { "kind", "id" }, permissions = new { } },
            new { collection = notes, action = "update", fields = new[] { "*" }, permissions = new { kind = new { _eq = "open" } },
                presets = new { text = "x" } },
        ]);
        var rpc = new AccessService.AccessServiceClient(member.Client.Rpc);

        await (await member.Client.GetAsync("/permissions/me")).ShouldBeDataAsync("""
            {"NOTES":{"create":{"access":"none"},"read":{"access":"full","fields":["id","kind"]},
            "update":{"access":"partial","fields":["*"],"presets":{"text":"x"}},"delete":{"access":"none"},"share":{"access":"none"}}}
            """.Replace("NOTES", notes, StringComparison.Ordinal));
        var told = (await rpc.GetCurrentPermissionsAsync(new())).Collections[notes];
        Assert.Equal((AccessLevel.Full, AccessLevel.Partial, AccessLevel.None), (told.Read.Access, told.Update.Access, told.Delete.Access));
        Assert.Equal("x", told.Update.Presets.Fields["text"].StringValue);

        await (await member.Client.GetAsync($"/permissions/me/{notes}/1")).ShouldBeDataAsync("""{"update":{"access":true},"delete":{"access":false},"share":{"access":false}}""");
        Assert.True((await rpc.GetItemPermissionsAsync(new() { Collection = notes, Key = "1" })).Update);
        Assert.False((await rpc.GetItemPermissionsAsync(new() { Collection = notes, Key = "99" })).Update);
        await (await app.Anonymous.GetAsync("/permissions/me")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Receivers_of_shares_have_no_roles_and_no_rights_to_an_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("text");
        await app.CreateAsync($"/items/{notes}", new { text = "a" });
        var share = await app.CreateAsync("/shares", new { collection = notes, item = "1", role = await app.CreateRoleAsync(May.Read(notes)) });
        var receiver = app.Client((string)(await (await app.Anonymous.PostAsync("/shares/auth", new { share })).DataAsync())!["access_token"]!);
        var rpc = new AccessService.AccessServiceClient(receiver.Rpc);

        foreach (var path in (string[])["/roles/me", $"/permissions/me/{notes}/1", $"/permissions/me/{notes}"])
            await (await receiver.GetAsync(path)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await rpc.ListCurrentRolesAsync(new()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await rpc.GetItemPermissionsAsync(new() { Collection = notes, Key = "1" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        Assert.Equal("GRAPHQL_VALIDATION", await receiver.RefusalAsync("{ roles_me { id } }", GraphQLCalls.System));
        Assert.Equal(AccessLevel.Partial, (await rpc.GetCurrentPermissionsAsync(new())).Collections[notes].Read.Access);
        await (await receiver.GetAsync("/policies/me/globals")).ShouldBeDataAsync("""{"app_access":false}""");
    }

    [Theory, EachDatabase]
    public async Task Rules_of_several_policies_unite_to_the_narrower_level(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("text", "kind");
        object Reads(object? rule, params string[] fields) => new { collection = notes, action = "read", fields, permissions = rule };
        var open = new { kind = new { _eq = "open" } };
        foreach (var (told, rights) in new (string, object[])[]
        {
            ("""{"access":"full","fields":["id","text"]}""", [Reads(null, "id"), Reads(new { }, "text")]),
            ("""{"access":"partial","fields":["*"]}""", [Reads(null, "*"), Reads(open, "*")]),
            ("""{"access":"partial","fields":["id","text"]}""", [Reads(open, "id"), Reads(null, "text")]),
            ("""{"access":"partial","fields":["*"]}""", [Reads(open, "*"), Reads(new { kind = new { _eq = "done" } }, "text")]),
            ("""{"access":"none"}""", [new { collection = notes, action = "create", fields = new[] { "*" } }]),
        })
        {
            var member = await Member.CreateAsync(app, rights);
            JsonAssert.Same(System.Text.Json.Nodes.JsonNode.Parse(told),
                (await (await member.Client.GetAsync("/permissions/me")).DataAsync())![notes]!["read"]);
        }
    }

    [Theory, EachDatabase]
    public async Task Of_a_singleton_the_fields_and_presets_are_told(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var about = await app.CreateCollectionAsync("title", "secret");
        await (await app.Admin.PatchAsync($"/collections/{about}", new { meta = new { singleton = true } })).DataAsync();
        var member = await Member.CreateAsync(app,
        [
            new { collection = about, action = "read", fields = new[] { "id", "title" } },
            new { collection = about, action = "update", fields = new[] { "title" } },
            new { collection = about, action = "create", fields = new[] { "title", "secret" }, presets = new { secret = "y" } },
        ]);
        var reader = await Member.CreateAsync(app, [new { collection = about, action = "read", fields = new[] { "*" } }]);
        var rpc = new AccessService.AccessServiceClient(member.Client.Rpc);
        var path = $"/permissions/me/{about}";

        // Until there is an item the first update creates it.
        await (await member.Client.GetAsync(path)).ShouldBeDataAsync("""{"update":{"access":true,"fields":["title","secret"],"presets":{"secret":"y"}},"delete":{"access":false},"share":{"access":false}}""");
        var told = await rpc.GetItemPermissionsAsync(new() { Collection = about });
        Assert.Equal((true, "y"), (told.Update, told.UpdatePresets.Fields["secret"].StringValue));
        await (await member.Client.PatchAsync($"/items/{about}", new { title = "t" })).DataAsync();
        await (await member.Client.GetAsync(path)).ShouldBeDataAsync("""{"update":{"access":true,"fields":["title"],"presets":{}},"delete":{"access":false},"share":{"access":false}}""");
        await (await reader.Client.GetAsync(path)).ShouldBeDataAsync("""{"update":{"access":false},"delete":{"access":false},"share":{"access":false}}""");
        await (await app.Admin.GetAsync(path)).ShouldBeDataAsync("""{"update":{"access":true},"delete":{"access":true},"share":{"access":true}}""");
    }

    [Theory, EachDatabase]
    public async Task App_access_lets_users_see_themselves_and_nobody_else(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var member = await Member.CreateAsync(app, [], appAccess: true, title: "Dr");

        await (await member.Client.GetAsync("/users/me?fields=title")).ShouldBeDataAsync("""{"title":"Dr"}""");
        await (await member.Client.GetAsync("/users?fields=id")).ShouldBeDataAsync($$"""[{"id":"{{member.Id}}"}]""");
        await (await member.Client.PatchAsync("/users/me", new { title = "Prof" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await member.Client.GetAsync("/policies/me/globals")).ShouldBeDataAsync("""{"app_access":true,"admin_access":false,"enforce_tfa":false}""");
    }

    [Theory, EachDatabase]
    public async Task Users_change_of_themselves_only_what_is_permitted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var self = new { id = new { _eq = "$CURRENT_USER" } };
        var member = await Member.CreateAsync(app,
        [
            new { collection = "directus_users", action = "read", fields = new[] { "*" }, permissions = self },
            new { collection = "directus_users", action = "update", fields = new[] { "title" }, permissions = self },
        ]);
        var rpc = new UsersService.UsersServiceClient(member.Client.Rpc);

        await (await member.Client.PatchAsync("/users/me?fields=title", new { title = "one" })).ShouldBeDataAsync("""{"title":"one"}""");
        var reply = await rpc.UpdateCurrentUserAsync(new() { Data = new Struct { Fields = { ["title"] = Value.ForString("two") } } });
        Assert.Equal("two", reply.User.Fields["title"].StringValue);
        foreach (var field in (string[])["role", "status", "token", "email"])
            await rpc.UpdateCurrentUserAsync(new() { Data = new Struct { Fields = { [field] = Value.ForString("active") } } })
                .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await app.Anonymous.PatchAsync("/users/me", new { title = "x" })).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
    }
}

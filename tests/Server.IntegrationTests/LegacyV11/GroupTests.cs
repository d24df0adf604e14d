using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Groups: roles, each with a policy of its own.</summary>
public sealed class GroupTests
{
    [Theory, EachDatabase]
    public async Task A_group_is_a_role_with_a_policy_of_its_own(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var name = $"Manager {TestApp.Mark()}";
        var made = await old.FormAsync(HttpMethod.Post, "groups", $"name={name}&id=5");
        var id = (long)made["data"]!["id"]!;
        string Group(string addresses, string description = "null") => $$"""
            {"id":{{id}},"name":"{{name}}","description":{{description}},"restrict_to_ip_whitelist":{{addresses}},
             "nav_override":null,"show_activity":1,
             "show_messages":1,"show_users":1,"show_files":1,"nav_blacklist":null}
            """;

        Same($$$"""{"meta":{"table":"directus_groups","type":"item"},"data":{{{Group("0")}}}}""", made);
        var role = (await (await app.Admin.GetAsync($"/roles?filter[name][_eq]={name}&fields=id,policies.policy.*")).DataAsync())![0]!;
        var policy = role["policies"]![0]!["policy"]!;
        Assert.Equal((name, true, false), ((string?)policy["name"], (bool?)policy["app_access"], (bool?)policy["admin_access"]));
        Assert.Empty(policy["permissions"]!.AsArray());
        Assert.Equal(Person.NumberOf((string)role["id"]!), id);

        Same(Group("\"10.0.0.1,10.1.0.0/16\""),
            (await old.FormAsync(HttpMethod.Patch, $"groups/{id}", "restrict_to_ip_whitelist=10.0.0.1,10.1.0.0/16"))["data"]!);
        Same(Group("0", "\"They manage\""), (await old.JsonAsync(HttpMethod.Put, $"groups/{role["id"]}",
            new { description = "They manage", restrict_to_ip_whitelist = 0 }))["data"]!);
        Assert.Equal(1, (int?)(await old.GetAsync($"groups?filters[name]={name}"))["meta"]!["total"]);
        JsonAssert.Same(await old.GetAsync($"groups/{id}"), await old.GetAsync($"tables/directus_groups/rows/{id}"));
        Same("""{"success":true}""", await old.DeleteAsync($"groups/{id}"));
        await old.RefusedAsync(404, $"Unable to find the group record with ID [{id}]", HttpMethod.Get, $"groups/{id}");
    }

    [Theory, EachDatabase]
    public async Task Group_1_is_the_administrators(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        Same("""
            {"meta":{"table":"directus_groups","type":"item"},
             "data":{"id":1,"name":"Administrator","description":"$t:admin_description","restrict_to_ip_whitelist":0,"nav_override":null,
                     "show_activity":1,"show_messages":1,"show_users":1,"show_files":1,"nav_blacklist":null}}
            """, await old.GetAsync("groups/1"));
        var role = (string)(await (await app.Admin.GetAsync("/roles?filter[name][_eq]=Administrator&fields=id")).DataAsync())![0]!["id"]!;
        JsonAssert.Same(await old.GetAsync("groups/1"), await old.GetAsync($"groups/{role}"));
        Assert.Equal(1, (int?)(await old.GetAsync("groups?ids=1"))["data"]![0]!["id"]);

        foreach (var path in (string[])["groups/1", $"groups/{role}", "tables/directus_groups/rows/1"])
            await old.RefusedAsync(403, "You are not allowed to delete group [1]", HttpMethod.Delete, path);
        await old.JsonAsync(HttpMethod.Delete, "tables/directus_groups/rows/bulk", """{"rows":[{"id":1}]}""", 403);
    }

    [Theory, EachDatabase]
    public async Task A_group_with_users_stays_whatever_its_deleter_sees_of_them(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var role = await app.CreateRoleAsync();
        await app.CreateAsync("/users", new { email = $"{TestApp.Mark()}@example.com", role });
        using var deleter = await Person.CreateAsync(app, null, May.Read("directus_roles"), May.Delete("directus_roles"));

        foreach (var client in (OldClient[])[old, deleter.Client])
            await client.RefusedAsync(403, $"You are not allowed to delete group [{Person.NumberOf(role)}]", HttpMethod.Delete,
                $"groups/{Person.NumberOf(role)}");
        Assert.Equal(role, (string?)(await (await app.Admin.GetAsync($"/roles/{role}?fields=id")).DataAsync())!["id"]);
    }

    [Theory, EachDatabase]
    public async Task Who_has_few_rights_makes_no_group_and_sees_their_own(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var role = await app.CreateRoleAsync();
        using var person = await Person.CreateAsync(app, role);
        using var stranger = new OldClient(app.Server, null);
        var name = $"group {TestApp.Mark()}";

        Assert.Equal(Person.NumberOf(role), (long?)(await person.Client.GetAsync("groups"))["data"]!.AsArray().Single()!["id"]);
        await person.Client.FormAsync(HttpMethod.Post, "groups", $"name={name}", 403);
        await person.Client.FormAsync(HttpMethod.Patch, $"groups/{Person.NumberOf(role)}", $"name={name}", 403);
        await person.Client.SendAsync(HttpMethod.Delete, $"groups/{Person.NumberOf(role)}", null, 403);
        await person.Client.RefusedAsync(404, "Unable to find the group record with ID [1]", HttpMethod.Get, "groups/1");
        await old.RefusedAsync(422, "The column [name] is required", HttpMethod.Post, "groups", "description=x");
        await old.FormAsync(HttpMethod.Post, "groups", $"name={name}&restrict_to_ip_whitelist=nonsense", 422);
        foreach (var path in (string[])["roles", "policies"])
            Assert.Empty((await (await app.Admin.GetAsync($"/{path}?filter[name][_eq]={name}")).DataAsync())!.AsArray());
        await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Get, "groups");
        await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Post, "groups", $"name={name}");
    }

    [Theory, EachDatabase]
    public async Task Messages_say_the_same_as_HTTP(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var rpc = new LegacyGroupsService.LegacyGroupsServiceClient(app.Admin.Rpc);
        var made = await rpc.CreateGroupAsync(new() { Body = Structs.Of(new { name = $"group {TestApp.Mark()}" }) });
        var id = $"{made.Data.StructValue.Fields["id"].NumberValue}";

        JsonAssert.Same((await old.GetAsync($"groups/{id}"))["data"], made.Data.StructValue.ToJson());
        Assert.True((await rpc.DeleteGroupAsync(new() { Id = id })).Success);
        await rpc.DeleteGroupAsync(new() { Id = "1" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}

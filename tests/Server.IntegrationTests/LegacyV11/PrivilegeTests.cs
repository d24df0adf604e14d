using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>What groups may do, told and written in numbers.</summary>
public sealed class PrivilegeTests
{
    [Theory, EachDatabase]
    public async Task Privileges_are_written_as_permissions_and_hold(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var (table, group, role) = (await TableAsync(app), await GroupAsync(old), "");
        role = (string)(await (await app.Admin.GetAsync("/roles?sort=-name&limit=-1&fields=id")).DataAsync())!.AsArray()
            .Select(row => (string)row!["id"]!).Single(id => Person.NumberOf(id) == group);
        using var member = await Person.CreateAsync(app, role);
        var rows = $"tables/{table}/rows";
        await old.FormAsync(HttpMethod.Post, rows, "title=theirs");
        await member.Client.FormAsync(HttpMethod.Post, rows, "title=mine", 404);

        var made = await old.FormAsync(HttpMethod.Post, "privileges/1",
            $"group_id={group}&table_name={table}&allow_edit=2&allow_delete=&write_field_blacklist=title,published_date");
        var id = (long)made["data"]!["id"]!;
        string Told(int view, int add, int edit, string unreadable, string unwritable) => $$$"""
            {"meta":{"table":"directus_privileges","type":"item"},
             "data":{"id":{{{id}}},"table_name":"{{{table}}}","group_id":{{{group}}},
                     "read_field_blacklist":{{{unreadable}}},"write_field_blacklist":{{{unwritable}}},
                     "nav_listed":1,"status_id":0,"allow_view":{{{view}}},"allow_add":{{{add}}},"allow_edit":{{{edit}}},
                     "allow_delete":0,"allow_alter":0}}
            """;
        Same(Told(0, 0, 2, "null", "\"title,published_date\""), made);
        Same(Told(1, 0, 2, "null", "\"title,published_date\""), await old.FormAsync(HttpMethod.Put, $"privileges/{group}/{id}", "allow_view=1"));
        Same(Told(1, 1, 2, "null", "null"),
            await old.JsonAsync(HttpMethod.Put, $"privileges/{group}/{table}", new { allow_add = 1, write_field_blacklist = "" }));
        await member.Client.FormAsync(HttpMethod.Post, rows, "title=mine");
        Assert.Equal("mine", (string?)(await member.Client.GetAsync(rows))["data"]!.AsArray().Single()!["title"]);
        Same(Told(2, 1, 2, "\"published_date\"", "null"),
            await old.FormAsync(HttpMethod.Patch, $"privileges/{group}/{id}", "allow_view=2&read_field_blacklist=published_date&status_id=0"));
        var seen = (await member.Client.GetAsync(rows))["data"]!.AsArray();
        Assert.Equal((2, "id,title,owner"), (seen.Count, string.Join(',', seen[0]!.AsObject().Select(property => property.Key))));
        var row = $"tables/directus_privileges/rows/{id}";
        Same(Told(1, 1, 2, "\"published_date\"", "null"), await old.FormAsync(HttpMethod.Put, row, "allow_view=1"));
        await member.Client.FormAsync(HttpMethod.Put, row, "allow_view=2", 403);
        await old.RefusedAsync(404, "Unable to find the privilege record with ID [77]", HttpMethod.Put, "tables/directus_privileges/rows/77");
        Same(Told(0, 0, 0, "null", "null"), await old.FormAsync(HttpMethod.Put, $"privileges/{group}/{id}", "allow_view=0&allow_add=0&allow_edit=0"));
        await member.Client.RefusedAsync(404, $"Unable to find the table \"{table}\"", HttpMethod.Get, rows);
        JsonAssert.Same(await old.GetAsync($"privileges/{group}/{table}"), await old.GetAsync($"privileges/{role}/{id}"));
        Assert.Empty(await PermissionsAsync(app, table));
    }

    [Theory, EachDatabase]
    public async Task Administrators_may_do_everything_and_stay_so(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await TableAsync(app);
        var told = await old.GetAsync($"privileges/1/{table}");
        Same($$$"""
            {"meta":{"table":"directus_privileges","type":"item"},
             "data":{"id":{{{told["data"]!["id"]}}},"table_name":"{{{table}}}","group_id":1,
                     "read_field_blacklist":null,"write_field_blacklist":null,"nav_listed":1,
                     "status_id":0,"allow_view":2,"allow_add":1,"allow_edit":2,"allow_delete":2,"allow_alter":1}}
            """, told);

        JsonAssert.Same(told, await old.FormAsync(HttpMethod.Put, $"privileges/1/{told["data"]!["id"]}", "allow_view=1"));
        JsonAssert.Same(told, await old.FormAsync(HttpMethod.Post, "privileges/1", $"table_name={table}&allow_delete=0"));
        var all = (await old.GetAsync("privileges/1"))["data"]!.AsArray();
        JsonAssert.Same(told["data"], all.Single(privilege => (string)privilege!["table_name"]! == table)!);
        var names = all.Select(privilege => (string)privilege!["table_name"]!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Empty(await PermissionsAsync(app, table));
    }

    [Theory, EachDatabase]
    public async Task Policies_that_others_share_are_told_and_never_changed(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await TableAsync(app);
        var (one, two) = (await app.CreateRoleAsync(), await app.CreateRoleAsync());
        var shared = await app.CreateAsync("/policies", new { name = TestApp.Mark() });
        foreach (var role in (string[])[one, two]) await app.CreateAsync("/access", new { role, policy = shared });
        await app.CreateAsync("/permissions", new { policy = shared, collection = table, action = "read", fields = new[] { "id", "title" } });
        var only = await app.CreateAsync("/roles", new { name = TestApp.Mark() });
        await app.CreateAsync("/access", new { role = only, policy = shared });

        await old.FormAsync(HttpMethod.Put, $"privileges/{one}/{table}", "allow_view=0&allow_delete=2");
        var told = (await old.GetAsync($"privileges/{one}/{table}"))["data"]!;
        Assert.Equal((2, 2, "published_date,owner"), ((int?)told["allow_view"], (int?)told["allow_delete"], (string?)told["read_field_blacklist"]));
        Assert.Equal((2, 0), Levels((await old.GetAsync($"privileges/{two}/{table}"))["data"]!));
        // A group without a policy of its own gets one, that opens no app.
        await old.FormAsync(HttpMethod.Put, $"privileges/{only}/{table}", "allow_delete=2");
        Assert.Equal((2, 2), Levels((await old.GetAsync($"privileges/{only}/{table}"))["data"]!));
        var policies = (await (await app.Admin.GetAsync($"/roles/{only}?fields=policies.policy.app_access")).DataAsync())!["policies"]!.AsArray();
        Assert.Equal([false, false], policies.Select(entry => (bool)entry!["policy"]!["app_access"]!));
    }

    [Theory, EachDatabase]
    public async Task A_filter_of_another_kind_reads_as_mine_and_is_kept(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var (table, plain) = (await TableAsync(app), await app.CreateCollectionAsync("title"));
        var role = await app.CreateRoleAsync(May.Read(table).Where(new { title = new { _eq = "x" } }));

        await old.FormAsync(HttpMethod.Put, $"privileges/{role}/{table}", "allow_view=1&read_field_blacklist=owner");
        var kept = (await PermissionsAsync(app, table)).Single()!;
        Same("""{"title":{"_eq":"x"}}""", kept["permissions"]!);
        Assert.Equal(["id", "title", "published_date"], kept["fields"]!.AsArray().Select(field => (string)field!));
        await old.FormAsync(HttpMethod.Put, $"privileges/{role}/{table}", "allow_view=2");
        await old.FormAsync(HttpMethod.Put, $"privileges/{role}/{table}", "allow_view=1");
        Same("""{"owner":{"_eq":"$CURRENT_USER"}}""", (await PermissionsAsync(app, table)).Single()!["permissions"]!);
        await old.RefusedAsync(422, $"The table [{plain}] does not tell whose its rows are", HttpMethod.Put, $"privileges/{role}/{plain}",
            "allow_view=1");
        Assert.Empty(await PermissionsAsync(app, plain));
    }

    [Theory, EachDatabase]
    public async Task The_public_is_group_0(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        using var old = OldClient.Admin(app);
        using var stranger = new OldClient(app.Server, null);
        var table = await TableAsync(app);

        Assert.Equal((0, 0), Levels((await old.GetAsync($"privileges/0/{table}"))["data"]!));
        Assert.Equal(0, (int?)(await old.FormAsync(HttpMethod.Put, $"privileges/0/{table}", "allow_view=2"))["data"]!["group_id"]);
        Assert.Equal(0, (int?)(await stranger.GetAsync($"tables/{table}/rows"))["meta"]!["total_entries"]);
        await old.FormAsync(HttpMethod.Put, $"privileges/0/{table}", "allow_view=0");
        await stranger.SendAsync(HttpMethod.Get, $"tables/{table}/rows", null, 401);
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_privilege_is_refused_and_changes_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var (table, role) = (await TableAsync(app), await app.CreateRoleAsync());
        var path = $"privileges/{role}/{table}";

        await old.RefusedAsync(422, "The value of [allow_view] has to be between 0 and 2", HttpMethod.Put, path, "allow_edit=2&allow_view=3");
        await old.RefusedAsync(422, "The value of [allow_add] has to be between 0 and 1", HttpMethod.Put, path, "allow_edit=2&allow_add=2");
        await old.RefusedAsync(422, "There are no privileges by status: status_id has to be 0", HttpMethod.Put, path, "allow_edit=2&status_id=1");
        await old.RefusedAsync(404, "Unable to find the column [nope]", HttpMethod.Put, path, "allow_edit=2&read_field_blacklist=nope");
        await old.RefusedAsync(404, $"Unable to find the table \"'{table}'\"", HttpMethod.Post, $"privileges/{role}",
            $"allow_edit=2&table_name='{table}'");
        await old.RefusedAsync(422, "The column [table_name] is required", HttpMethod.Post, $"privileges/{role}", "allow_edit=2");
        await old.RefusedAsync(404, "Unable to find the privilege record with ID [77]", HttpMethod.Put, $"privileges/{role}/77", "allow_edit=2");
        await old.RefusedAsync(404, "Unable to find the table \"nope\"", HttpMethod.Get, $"privileges/{role}/nope");
        await old.RefusedAsync(404, "Unable to find the group record with ID [77]", HttpMethod.Get, "privileges/77");
        Assert.Empty(await PermissionsAsync(app, table));
    }

    [Theory, EachDatabase]
    public async Task Only_administrators_see_privileges_and_everybody_their_own(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (table, hidden) = (await TableAsync(app), await TableAsync(app));
        var mine = new { owner = new { _eq = "$CURRENT_USER" } };
        var role = await app.CreateRoleAsync(May.Read(table, "id", "title"), May.Update(table, "published_date").Where(mine));
        using var member = await Person.CreateAsync(app, role);
        using var stranger = new OldClient(app.Server, null);

        foreach (var path in (string[])["privileges/1", $"privileges/{role}/{table}"])
        {
            await member.Client.SendAsync(HttpMethod.Get, path, null, 403);
            await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Get, path);
        }

        await member.Client.FormAsync(HttpMethod.Put, $"privileges/{role}/{table}", "allow_view=2", 403);
        await member.Client.FormAsync(HttpMethod.Post, $"privileges/{role}", $"table_name={table}&allow_view=2", 403);
        var own = (await member.Client.GetAsync("auth/permissions"))["data"]!.AsArray().Where(entry => (string)entry!["table_name"]! == table)
            .Single()!;
        // Of the column `owner`, which is out of their reach, they do not even learn the name.
        Same($$"""
            {"id":{{own["id"]}},"table_name":"{{table}}","group_id":{{Person.NumberOf(role)}},
             "read_field_blacklist":"published_date","write_field_blacklist":"id,title",
             "nav_listed":1,"status_id":0,"allow_view":2,"allow_add":0,"allow_edit":1,"allow_delete":0,"allow_alter":0}
            """, own);
        Assert.DoesNotContain(hidden, (await member.Client.GetAsync("auth/permissions")).ToJsonString(), StringComparison.Ordinal);
        await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Get, "auth/permissions");
        using var old = OldClient.Admin(app);
        var all = (await old.GetAsync("auth/permissions"))["data"]!.AsArray();
        JsonAssert.Same((await old.GetAsync($"privileges/1/{table}"))["data"], all.Single(entry => (string)entry!["table_name"]! == table));
    }

    [Theory, EachDatabase]
    public async Task Messages_say_the_same_as_HTTP(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var (table, group) = (await TableAsync(app), $"{await GroupAsync(old)}");
        var rpc = new LegacyPrivilegesService.LegacyPrivilegesServiceClient(app.Admin.Rpc);
        var written = await rpc.CreatePrivilegeAsync(new() { Group = group, Body = Structs.Of(new { table_name = table, allow_view = 2 }) });

        JsonAssert.Same((await old.GetAsync($"privileges/{group}/{table}"))["data"], written.Data.StructValue.ToJson());
        await new LegacyPrivilegesService.LegacyPrivilegesServiceClient(app.Anonymous.Rpc).ListPrivilegesAsync(new() { Group = "1" })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    private static async Task<string> TableAsync(TestApp app)
    {
        var name = $"projects_{TestApp.Mark()}";
        await app.CreateCollectionAsync(name,
        [
            new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true }, meta = new { sort = 1 } },
            new { field = "title", type = "string", schema = new { }, meta = new { sort = 2 } },
            new { field = "published_date", type = "date", schema = new { }, meta = new { sort = 3 } },
            new { field = "owner", type = "uuid", schema = new { }, meta = new { sort = 4, special = new[] { "user-created" } } },
        ]);
        return name;
    }

    private static async Task<long> GroupAsync(OldClient old) =>
        (long)(await old.FormAsync(HttpMethod.Post, "groups", $"name={TestApp.Mark()}"))["data"]!["id"]!;

    private static async Task<JsonArray> PermissionsAsync(TestApp app, string table) =>
        (await (await app.Admin.GetAsync($"/permissions?filter[collection][_eq]={table}&sort=id")).DataAsync())!.AsArray();

    private static (int?, int?) Levels(JsonNode privilege) => ((int?)privilege["allow_view"], (int?)privilege["allow_delete"]);

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}

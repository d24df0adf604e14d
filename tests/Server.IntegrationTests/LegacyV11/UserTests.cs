using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.IntegrationTests.Auth;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Users as the old API tells them, by their own routes and as rows of their table.</summary>
public sealed class UserTests
{
    private const string Administrators = """
        {"meta":{"table":"directus_groups","type":"item"},
         "data":{"id":1,"name":"Administrator","description":"$t:admin_description","restrict_to_ip_whitelist":0,"nav_override":null,
                 "show_activity":1,"show_messages":1,"show_users":1,"show_files":1,"nav_blacklist":null}}
        """;

    [Theory, EachDatabase]
    public async Task Users_are_created_changed_and_archived(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var email = $"ben-{TestApp.Mark()}@rngr.org";
        var form = $"email={email}&password=secret-word&first_name=Ben&last_name=Haynes&group=1&language=es&position=Chief&email_messages=0&active=2";
        var made = await old.FormAsync(HttpMethod.Post, "users", form);
        var id = (long)made["data"]!["id"]!;

        Assert.Equal(
            "id,active,first_name,last_name,email,token,position,email_messages,last_login,last_access,last_page,ip,group,avatar,avatar_file_id,"
            + "location,phone,address,city,state,zip,language,timezone", string.Join(',', made["data"]!.AsObject().Select(property => property.Key)));
        Same($$$"""
            {"meta":{"table":"directus_users","type":"item"},
             "data":{"id":{{{id}}},"active":2,"first_name":"Ben","last_name":"Haynes","email":"{{{email}}}",
                     "token":null,"position":"Chief","email_messages":0,
                     "last_login":null,"last_access":null,"last_page":null,"ip":"","group":{{{Administrators}}},"avatar":null,"avatar_file_id":null,
                     "location":null,"phone":"","address":"","city":"","state":"","zip":"","language":"es","timezone":null}}
            """, made);
        var user = (await (await app.Admin.GetAsync($"/users?filter[email][_eq]={email}&fields=id,status,language,email_notifications"))
            .DataAsync())![0]!;
        Assert.Equal(("suspended", "es-ES", false), ((string?)user["status"], (string?)user["language"], (bool?)user["email_notifications"]));
        Assert.Equal(Person.NumberOf((string)user["id"]!), id);

        foreach (var (method, number) in ((HttpMethod, int)[])[(HttpMethod.Put, 1), (HttpMethod.Patch, 2), (HttpMethod.Post, 3)])
            Assert.Equal($"Ben {number}",
                (string?)(await old.FormAsync(method, $"users/{id}", $"first_name=Ben {number}&active=1"))["data"]!["first_name"]);
        JsonAssert.Same(await old.GetAsync($"users/{id}"), await old.GetAsync($"users/{user["id"]}"));
        JsonAssert.Same(await old.GetAsync($"users/{id}"), await old.GetAsync($"tables/directus_users/rows/{id}"));
        Same("""{"group":1}""", (await old.GetAsync($"users/{id}?columns=group&depth=0"))["data"]!);
        Same("""{"group":{"meta":{"table":"directus_groups","type":"item"},"data":{"name":"Administrator"}}}""",
            (await old.GetAsync($"users/{id}?columns=group.name"))["data"]!);
        Same("""{"meta":{"table":"directus_users"},"success":true}""", await old.DeleteAsync($"users/{id}"));
        Assert.Equal(0, (int?)(await old.GetAsync($"users/{id}"))["data"]!["active"]);
        await old.FormAsync(HttpMethod.Put, $"tables/directus_users/rows/{id}", "active=1");
        await old.DeleteAsync($"tables/directus_users/rows/{id}");
        Assert.Equal(0, (int?)(await old.GetAsync($"users/{id}"))["data"]!["active"]);
    }

    [Theory, EachDatabase]
    public async Task Users_are_found_by_the_words_of_the_old_API(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var mark = TestApp.Mark();
        foreach (var (name, status, language) in ((string, string, string)[])[("a", "active", "en-US"), ("b", "invited", "it-IT"),
            ("c", "archived", "pt-BR")])
            await app.CreateAsync("/users", new { email = $"{name}@{mark}.org", first_name = name, status, language });
        var group = await app.CreateRoleAsync();
        await app.CreateAsync("/users", new { email = $"d@{mark}.org", first_name = "d", role = group, token = mark });
        async Task<string> NamesAsync(string query) =>
            string.Concat((await old.GetAsync($"tables/directus_users/rows?filters[email][like]=@{mark}.org&"
            + $"order[first_name]=ASC&columns=first_name&{query}"))["data"]!.AsArray().Select(user => (string?)user!["first_name"]));
        (string Query, string Names)[] lists =
        [
            ("", "abcd"), ("status=1", "ad"), ("status=2", "b"), ("status=0,1", "acd"), ("filters[active]=2", "b"), ("filters[active][neq]=1", "bc"),
            ("filters[active][in]=0,2", "bc"), ("filters[language]=it", "b"), ("filters[language]=pt-BR", "c"), ($"filters[group]={group}", "d"),
            ($"filters[group]={Person.NumberOf(group)}", "d"), ("filters[group]=1", ""), ("filters[group][null]", "abc"),
            ("filters[group.name][like]=ROLE", "d"),
        ];

        foreach (var (query, names) in lists) Assert.Equal((query, names), (query, await NamesAsync(query)));
        var meta = (await old.GetAsync($"users?filters[email][like]=@{mark}.org&limit=1"))["meta"]!.AsObject();
        Assert.Equal("table,type,total,Active,Delete,Draft,total_entries", string.Join(',', meta.Select(property => property.Key)));
        Assert.Equal("**********", (string?)(await old.GetAsync($"users?filters[first_name]=d&filters[email]=d@{mark}.org"))["data"]![0]!["token"]);
        await old.RefusedAsync(404, "Unable to find the column [phonebook]", HttpMethod.Get, "users?filters[phonebook]=1");
        await old.RefusedAsync(422, "The column [phone] can't be filtered", HttpMethod.Get, "users?filters[phone]=1");
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_user_is_refused_and_changes_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var account = await Account.CreateAsync(app);
        var number = Person.NumberOf(account.Id);

        await old.RefusedAsync(422, "The column [email] is required", HttpMethod.Post, "users", "first_name=x");
        Assert.False((bool?)(await old.FormAsync(HttpMethod.Post, "users", $"email={account.Email}", 409))["success"]);
        Assert.False((bool?)(await old.FormAsync(HttpMethod.Post, "users", "email=no address", 422))["success"]);
        await old.RefusedAsync(422, "The status [7] is unknown", HttpMethod.Put, $"users/{number}", "active=7");
        await old.RefusedAsync(404, "Unable to find the group record with ID [77]", HttpMethod.Put, $"users/{number}", "first_name=x&group=77");
        await old.RefusedAsync(404, "Unable to find the record in [directus_users] with ID [77]", HttpMethod.Get, "users/77");
        await old.RefusedAsync(404, "Unable to find the record in [directus_users] with ID [77]", HttpMethod.Delete, "users/77");
        Assert.Null((string?)(await old.GetAsync($"users/{number}"))["data"]!["first_name"]);
        // A secret that is written as it was told stays.
        await old.JsonAsync(HttpMethod.Put, $"users/{number}", new { token = TestApp.Mark() });
        var told = (await old.GetAsync($"users/{number}"))["data"]!;
        Assert.Equal("**********", (string?)told["token"]);
        await old.JsonAsync(HttpMethod.Put, $"users/{number}", told.ToJsonString());
        using var starred = new OldClient(app.Server, "**********");
        await starred.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Get, "users/me");
    }

    [Theory, EachDatabase]
    public async Task Users_see_and_change_of_themselves_what_they_may(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var person = await Person.CreateAsync(app, null, May.Update("directus_users", "first_name", "password")
            .Where(new { id = new { _eq = "$CURRENT_USER" } }));
        using var stranger = new OldClient(app.Server, null);
        var other = await Account.CreateAsync(app);

        var me = (await person.Client.GetAsync("users/me"))["data"]!;
        Assert.Equal((person.Number, person.Email, 1, null), ((long)me["id"]!, (string?)me["email"], (int?)me["active"], (string?)me["token"]));
        Assert.Equal(person.Number, (long?)(await person.Client.FormAsync(HttpMethod.Put, "users/me", "first_name=Pat"))["data"]!["id"]);
        await person.Client.FormAsync(HttpMethod.Put, "users/me", "password=another-one");
        using var _ = await app.Anonymous.PostAsync("/auth/login", new { email = person.Email, password = "another-one" });
        Assert.Equal(200, (int)_.StatusCode);
        Assert.False((bool?)(await person.Client.FormAsync(HttpMethod.Put, "users/me", "group=1", 404))["success"]);
        Assert.False((bool?)(await person.Client.FormAsync(HttpMethod.Put, "users/me", "active=2", 403))["success"]);
        await person.Client.RefusedAsync(404, $"Unable to find the record in [directus_users] with ID [{Person.NumberOf(other.Id)}]", HttpMethod.Get,
            $"users/{Person.NumberOf(other.Id)}");
        Assert.Equal(1, (int?)(await person.Client.GetAsync("users"))["meta"]!["total_entries"]);
        // What they may not read, they may not ask about.
        await person.Client.RefusedAsync(404, "Unable to find the column [token]", HttpMethod.Get, "users?filters[token][null]=1");
        await person.Client.RefusedAsync(404, "Unable to find the column [token]", HttpMethod.Get, "users?columns=token");
        foreach (var path in (string[])["users", "users/me", $"users/{person.Number}", "tables/directus_users/rows"])
            await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Get, path);
    }

    [Theory, EachDatabase]
    public async Task Fields_of_the_project_follow_and_fill_what_was_empty(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        using var old = OldClient.Admin(app);
        foreach (var field in (string[])["phone", "hobby"])
            await (await app.Admin.PostAsync("/fields/directus_users", new { field, type = "string", schema = new { }, meta = new { } })).DataAsync();

        var made = (await old.FormAsync(HttpMethod.Post, "users", "email=a@example.com&phone=123&hobby=Chess&city=Bonn"))["data"]!;
        Assert.Equal(("123", "Chess", ""), ((string?)made["phone"], (string?)made["hobby"], (string?)made["city"]));
        Assert.Equal("hobby", made.AsObject().Last().Key);
        Assert.Equal(1, (int?)(await old.GetAsync("users?filters[phone][like]=2"))["meta"]!["total"]);
    }

    [Theory, EachDatabase]
    public async Task Invitations_need_a_role_that_registration_gives(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database,
            SharedServers.MailTo((await TestContext.Current.GetFixture<SharedServers>())!.Mail));
        await using var app = await TestApp.OnAsync(server);
        using var old = OldClient.Admin(app);
        var (one, two) = ($"one-{TestApp.Mark()}@example.com", $"two-{TestApp.Mark()}@example.com");
        Assert.False((bool?)(await old.FormAsync(HttpMethod.Post, "users/invite", $"email={one},{two}", 422))["success"]);
        var role = await app.CreateRoleAsync();
        await (await app.Admin.PatchAsync("/settings", new { public_registration_role = role })).DataAsync();

        Same("""{"success":true}""", await old.FormAsync(HttpMethod.Post, "users/invite", $"email={one},{two}"));
        var invited = await (await app.Admin.GetAsync($"/users?filter[role][_eq]={role}&fields=email,status&sort=email")).DataAsync();
        Same($$"""[{"email":"{{one}}","status":"invited"},{"email":"{{two}}","status":"invited"}]""", invited!);
        await old.FormAsync(HttpMethod.Post, "users/invite", "email=", 422);
        using var nobody = new OldClient(app.Server, (await app.SignInAsync()).Token);
        await nobody.FormAsync(HttpMethod.Post, "users/invite", $"email=x-{one}", 403);
    }

    [Theory, EachDatabase]
    public async Task Messages_say_the_same_as_HTTP(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var rpc = new LegacyUsersService.LegacyUsersServiceClient(app.Admin.Rpc);
        var made = await rpc.CreateUserAsync(new() { Body = Structs.Of(new { email = $"{TestApp.Mark()}@example.com", group = 1 }) });
        var id = $"{made.Data.StructValue.Fields["id"].NumberValue}";

        JsonAssert.Same((await old.GetAsync($"users/{id}"))["data"], (await rpc.GetUserAsync(new() { Id = id })).Data.StructValue.ToJson());
        Assert.True((await rpc.DeleteUserAsync(new() { Id = id })).Success);
        await rpc.GetUserAsync(new() { Id = "77" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}

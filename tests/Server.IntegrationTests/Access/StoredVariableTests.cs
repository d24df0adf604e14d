using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Access;

/// <summary>`$CURRENT_USER.field` stands for what the user's row holds.</summary>
public sealed class StoredVariableTests
{
    [Theory, EachDatabase]
    public async Task A_rule_by_a_field_of_the_user_follows_the_field_at_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tasks = await TasksAsync(app);
        var member = await Member.CreateAsync(app, [Rule(tasks, new { team = new { _eq = "$CURRENT_USER.title" } })], title: "red");
        await (await member.Client.GetAsync($"/items/{tasks}?fields=team")).ShouldBeDataAsync("""[{"team":"red"}]""");

        await app.Admin.PatchAsync($"/users/{member.Id}", new { title = "blue" });

        await (await member.Client.GetAsync($"/items/{tasks}?fields=team")).ShouldBeDataAsync("""[{"team":"blue"}]""");
    }

    [Theory, EachDatabase]
    public async Task A_field_without_a_value_matches_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tasks = await TasksAsync(app);
        foreach (var name in (string[])["title", "description", "no_such_field", "role.name", "token"])
        {
            foreach (var test in (string[])["_eq", "_in", "_contains"])
            {
                var member = await Member.CreateAsync(app,
                    [Rule(tasks, new { team = new Dictionary<string, string> { [test] = $"$CURRENT_USER.{name}" } })], title: "");
                await (await member.Client.GetAsync($"/items/{tasks}")).ShouldBeDataAsync("[]");
            }
        }

        var all = await Member.CreateAsync(app, [Rule(tasks, new { team = new { _nin = "$CURRENT_USER.title" } })]);
        await (await all.Client.GetAsync($"/items/{tasks}?fields=id")).ShouldBeDataAsync("""[{"id":1},{"id":2}]""");
    }

    [Theory, EachDatabase]
    public async Task Presets_and_validations_know_it_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tasks = await TasksAsync(app);
        object create = new
        {
            collection = tasks,
            action = "create",
            fields = new[] { "team" },
            presets = new { team = "$CURRENT_USER.title" },
            validation = new { team = new { _eq = "$CURRENT_USER.title" } },
        };
        var member = await Member.CreateAsync(app, [Rule(tasks, new { }), create], title: "green");

        await (await member.Client.PostAsync($"/items/{tasks}?fields=team", new { })).ShouldBeDataAsync("""{"team":"green"}""");
        await (await member.Client.PostAsync($"/items/{tasks}", new { team = "red" })).ShouldBeErrorAsync(400, "FAILED_VALIDATION");
    }

    [Theory, EachDatabase]
    public async Task A_filter_does_not_tell_what_the_caller_may_not_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tasks = await TasksAsync(app);
        await app.CreateAsync($"/items/{tasks}", new { team = "hidden" });
        object self = new
        {
            collection = "directus_users",
            action = "read",
            fields = new[] { "title" },
            permissions = new { id = new { _eq = "$CURRENT_USER" } }
        };
        var member = await Member.CreateAsync(app, [Rule(tasks, new { }), self], title: "red");

        await (await member.Client.GetAsync($"/items/{tasks}?fields=team&filter[team][_eq]=$CURRENT_USER.title")).ShouldBeDataAsync("""[{"team":"red"}]""");
        await (await member.Client.GetAsync($"/items/{tasks}?filter[team][_eq]=$CURRENT_USER.location")).ShouldBeDataAsync("[]");
    }

    private static async Task<string> TasksAsync(TestApp app)
    {
        var tasks = await app.CreateCollectionAsync("team");
        foreach (var team in (string[])["red", "blue"]) await app.CreateAsync($"/items/{tasks}", new { team });
        return tasks;
    }

    private static object Rule(string collection, object permissions) => new { collection, action = "read", fields = new[] { "*" }, permissions };
}

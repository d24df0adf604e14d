using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Random queries are answered as a naive evaluation in memory answers them.</summary>
public sealed class RandomQueryTests
{
    private const int Callers = 8;

    private static readonly int MostFailures = Exploration.FromEnvironment().Url is null ? 5 : 40;

    [Theory, EachDatabase]
    public async Task Queries_are_answered_as_looking_at_every_row_would(TestDatabase database)
    {
        var exploration = Exploration.FromEnvironment();
        Assert.SkipWhen(exploration.Url is not null && database != TestDatabase.Sqlite, "Another server has one database.");
        await using var app = await TestApp.StartAsync(database);
        Answers.Loose = exploration.Url is not null;
        using var admin = new Target(exploration.Url ?? app.Server.Url, exploration.Token ?? app.Admin.Token!);
        var pools = new Pools(new Random(exploration.Seed), wildcards: exploration.Url is null);
        var world = await FilledWorldAsync(pools, admin);

        await CompareAsync(exploration, world, new View(world, null), pools, admin);
        if (exploration.Url is not null) await WorldBuilder.DropAsync(world, admin);
    }

    [Theory, EachDatabase]
    public async Task Callers_are_answered_from_what_their_rules_let_them_see(TestDatabase database)
    {
        var exploration = Exploration.FromEnvironment();
        Assert.SkipWhen(exploration.Url is not null, "Directus tells more than its rules grant.");
        await using var app = await TestApp.StartAsync(database);
        using var admin = new Target(app.Server.Url, app.Admin.Token!);
        var pools = new Pools(new Random(exploration.Seed), wildcards: true);
        var world = await FilledWorldAsync(pools, admin);

        for (var caller = 0; caller < Callers; caller++)
        {
            var rules = new RuleSource(world, pools).Next();
            using var target = new Target(app.Server.Url, await SignInAsync(admin, rules));
            await CompareAsync(exploration with { Count = exploration.Count / Callers }, world, new View(world, rules), pools, target,
                $" with {string.Join("; ", rules.Select(rule => $"{rule}"))}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_query_that_writes_changes_the_rows_that_it_would_read(TestDatabase database)
    {
        var exploration = Exploration.FromEnvironment();
        Assert.SkipWhen(exploration.Url is not null, "Only our own server is written to.");
        await using var app = await TestApp.StartAsync(database);
        using var admin = new Target(app.Server.Url, app.Admin.Token!);
        var pools = new Pools(new Random(exploration.Seed), wildcards: true);
        var world = await FilledWorldAsync(pools, admin);
        var (things, view) = (world.Things, new View(world, null));
        // No query is drawn that looks at it, and no search does.
        await admin.PostAsync($"/fields/{things.Name}", new JsonObject { ["field"] = "mark", ["type"] = "dateTime" });
        var source = new QuerySource(world, view, pools, ordered: false);

        for (var i = 0; i < exploration.Count / 8; i++)
        {
            var query = source.NextRows(things);
            var want = new Selection(view).Rows(view.Rows(things.Name), query, things, "")
                .Select(row => Cells.ToJson(things.Key, view.Value(row, things.Key))!.ToJsonString()).Order();
            var mark = new DateTime(2000, 1, 1).AddSeconds(i).ToString("s", System.Globalization.CultureInfo.InvariantCulture);

            var reply = await app.Admin.PatchAsync($"/items/{things.Name}",
                new JsonObject { ["query"] = query.DeepClone(), ["data"] = new JsonObject { ["mark"] = mark } });
            Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());

            var changed = (await admin.QueryAsync(things.Name, new JsonObject
            {
                ["fields"] = new JsonArray(things.Key.Name),
                ["filter"] = new JsonObject { ["mark"] = new JsonObject { ["_eq"] = mark } }, ["limit"] = -1
            }))!["data"]!.AsArray();
            Assert.True(want.SequenceEqual(changed.Select(item => item![things.Key.Name]!.ToJsonString()).Order()),
                $"query {i} of seed {exploration.Seed}: {query.ToJsonString(Answers.Readable)} changed {changed.ToJsonString()}");
        }
    }

    private static async Task<World> FilledWorldAsync(Pools pools, Target admin)
    {
        var world = new World($"{Guid.NewGuid():N}"[..8]);
        new RowSource(world, pools).Fill();
        await WorldBuilder.CreateAsync(world, admin);
        return world;
    }

    // Every other rule is of another policy.
    private static async Task<string> SignInAsync(Target admin, Rule[] rules)
    {
        var mark = $"{Guid.NewGuid():N}"[..12];
        var policies = new JsonArray();
        foreach (var some in (Rule[][])[[.. rules.Where((_, i) => i % 2 == 0)], [.. rules.Where((_, i) => i % 2 == 1)]])
        {
            var permissions = some.Select(rule => new JsonObject
            {
                ["collection"] = rule.Collection,
                ["action"] = "read",
                ["fields"] = new JsonArray([.. rule.Fields.DefaultIfEmpty("*").Select(field => (JsonNode)field)]),
                ["permissions"] = rule.Filter.DeepClone(),
            });
            var policy = await admin.PostAsync("/policies", new JsonObject { ["name"] = mark, ["permissions"] = new JsonArray([.. permissions]) });
            policies.Add(new JsonObject { ["policy"] = policy!["id"]!.DeepClone() });
        }

        await admin.PostAsync("/users", new JsonObject { ["email"] = $"{mark}@example.com", ["token"] = mark, ["policies"] = policies });
        return mark;
    }

    private static async Task CompareAsync(Exploration exploration, World world, View view, Pools pools, Target caller, string rights = "")
    {
        var external = exploration.Url is not null;
        var source = new QuerySource(world, view, pools, ordered: external);
        var failures = new StringBuilder();
        var found = 0;
        for (var i = 0; i < exploration.Count && found < MostFailures; i++)
        {
            var (collection, query) = source.Next();
            if (await DifferenceAsync(query) is null) continue;
            found++;
            var shrunk = await Shrinker.ShrinkAsync(query, async smaller => await DifferenceAsync(smaller) is not null);
            failures.AppendLine($"query {i} of seed {exploration.Seed} on {collection.Name}{rights}: {query.ToJsonString(Answers.Readable)}")
                .AppendLine($"shrunk to {shrunk.ToJsonString(Answers.Readable)}").AppendLine($"{await DifferenceAsync(shrunk)}\n");

            async Task<string?> DifferenceAsync(JsonObject asked) => Answer(asked) is { } want
                ? Answers.Difference(want, await caller.QueryAsync(collection.Name, asked), external && asked.ContainsKey("aggregate"))
                : null;

            // What shrinking made senseless has no answer.
            JsonObject? Answer(JsonObject asked)
            {
                try
                {
                    return new Evaluator(view).Answer(collection, asked);
                }
                catch (Exception) when (!ReferenceEquals(asked, query))
                {
                    return null;
                }
            }
        }

        Assert.True(found == 0, failures.ToString());
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Random queries are answered as a naive evaluation in memory answers them.</summary>
public sealed class RandomQueryTests
{
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
        var world = new World($"{Guid.NewGuid():N}"[..8]);
        new RowSource(world, pools).Fill();
        await WorldBuilder.CreateAsync(world, admin);

        await CompareAsync(exploration, world, new View(world, null), pools, admin);
        if (exploration.Url is not null) await WorldBuilder.DropAsync(world, admin);
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

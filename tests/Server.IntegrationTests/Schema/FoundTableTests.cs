using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Tables that somebody made by hand: once they are set up, their model moves like any other.</summary>
public sealed class FoundTableTests
{
    private const string Postgres = """
        create table found (
            id uuid primary key default gen_random_uuid(), counted serial, "small" smallint not null default 3, wide double precision, doc jsonb default '{"a": 1}',
            fixed char(4), free varchar, amount numeric, price numeric(8,2) default 1.5, at timestamptz default now(), local timestamp default CURRENT_TIMESTAMP,
            "day" date default CURRENT_DATE, utc timestamp default timezone('utc'::text, now()), who text default CURRENT_USER, token text default gen_random_uuid(),
            built json default json_build_object(), looks text default 'now()', quoted varchar(20) default 'it''s', flag boolean default true, num text default 5)
        """;

    private const string Sqlite = """
        create table found (
            id integer primary key, "small" smallint not null default 3, wide double, fixed char(4), free varchar, amount numeric, price decimal(8,2) default 1.5,
            "day" date default CURRENT_DATE, token text default (lower(hex(randomblob(16)))), stamp text default CURRENT_TIMESTAMP,
            looks text default 'CURRENT_TIMESTAMP', quoted varchar(20) default 'it''s', flag boolean default 1)
        """;

    [Theory, EachDatabase]
    public async Task A_table_made_by_hand_is_set_up_and_made_elsewhere_as_it_is(TestDatabase database)
    {
        await using var source = await ModelProject.StartAsync(database);
        await using var target = await ModelProject.StartAsync(database);
        await source.Server.Database.QueryAsync(database == TestDatabase.Postgres ? Postgres : Sqlite);
        await AdoptAsync(source);
        var model = await source.SnapshotAsync();
        Assert.True(((JsonArray)model["fields"]!).Count > 10);

        await target.BecomeAsync(model, "moved");
        JsonAssert.Same(Comparable(model), Comparable(await target.SnapshotAsync()));
        Assert.Equal(await DefaultsAsync(source, database), await DefaultsAsync(target, database));
        // What is computed is not what it is written as.
        await (await target.Admin.PostAsync("/items/found", new { quoted = "x" })).DataAsync();
        var item = (await (await target.Admin.GetAsync("/items/found")).DataAsync())![0]!;
        Assert.DoesNotContain("(", (string)item["token"]!, StringComparison.Ordinal);
        Assert.Equal(database == TestDatabase.Postgres ? "now()" : "CURRENT_TIMESTAMP", (string?)item["looks"]);

        // And back: a change of one thing leaves the others.
        foreach (var field in (JsonArray)model["fields"]!) if ((string?)field!["field"] is "token" or "free") field["schema"]!["is_indexed"] = true;
        await target.BecomeAsync(model, "indexed");
        JsonAssert.Same(Comparable(model), Comparable(await target.SnapshotAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_default_that_is_not_known_is_refused_before_anything_is_made(TestDatabase database)
    {
        await using var source = await ModelProject.StartAsync(database);
        await using var target = await ModelProject.StartAsync(database);
        var computed = database == TestDatabase.Postgres ? "md5(random()::text)" : "(upper('x') || 'y')";
        await source.Server.Database.QueryAsync($"create table found (id integer primary key, odd varchar(40) default {computed})");
        await AdoptAsync(source);
        var model = await source.SnapshotAsync();
        var difference = (await target.DiffAsync(model))!;
        var reply = await target.Admin.PostAsync("/schema/apply", difference);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True((int)reply.StatusCode == 400 && text.Contains("found", StringComparison.Ordinal) && text.Contains("odd", StringComparison.Ordinal)
            && text.Contains("default", StringComparison.Ordinal), text);
        Assert.Null(await source.DiffAsync(model));

        // Its own database may keep it while other things change.
        ((JsonArray)model["fields"]!).Single(field => (string?)field!["field"] == "odd")!["schema"]!["is_indexed"] = true;
        await source.BecomeAsync(model, "indexed");
        JsonAssert.Same(model, await source.SnapshotAsync());
    }

    private static async Task AdoptAsync(ModelProject project)
    {
        // Any change of the schema makes the server look again.
        await (await project.Admin.PostAsync("/collections", new { collection = "a_folder", schema = (object?)null, meta = new { } })).DataAsync();
        await (await project.Admin.PatchAsync("/collections/found", new { meta = new { note = "found" } })).DataAsync();
        var fields = (JsonArray)(await (await project.Admin.GetAsync("/fields/found")).DataAsync())!;
        await (await project.Admin.PatchAsync("/fields/found", new JsonArray([.. fields.Select(field =>
            new JsonObject { ["field"] = (string?)field!["field"], ["meta"] = new JsonObject { ["note"] = "found" } })]))).DataAsync();
    }

    // The names of counters are each database's own.
    private static JsonNode Comparable(JsonObject model)
    {
        var copy = model.DeepClone();
        foreach (var field in (JsonArray)copy["fields"]!)
            if ((bool?)field!["schema"]?["has_auto_increment"] == true) ((JsonObject)field["schema"]!).Remove("default_value");
        return copy;
    }

    private static async Task<string> DefaultsAsync(ModelProject project, TestDatabase database)
    {
        var rows = await project.Server.Database.QueryAsync(database == TestDatabase.Postgres
            ? "select column_name, udt_name, character_maximum_length, numeric_precision from information_schema.columns where table_name = 'found' order by 1"
            : "select name, replace(lower(type), ' ', '') from pragma_table_info('found') order by 1");
        return string.Join('\n', rows.Select(row => string.Join('|', row)));
    }
}

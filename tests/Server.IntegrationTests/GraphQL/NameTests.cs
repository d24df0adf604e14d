using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>Names are those of the project, whatever case they are in; none of them breaks what is named otherwise.</summary>
public sealed class NameTests
{
    [Theory, EachDatabase]
    public async Task Names_keep_their_capitals(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);

        await app.Admin.ShouldAnswerAsync($"mutation {{ create_{things}_item(data: {{ Title: \"t\", URL: \"u\" }}) {{ id Title URL }} }}",
            $$$"""{"create_{{{things}}}_item": {"id": "1", "Title": "t", "URL": "u"}}""");
        await app.Admin.ShouldAnswerAsync(
            $"{{ {things}(filter: {{ URL: {{ _eq: \"u\" }} }}, sort: [\"-Title\"]) {{ Title }} {things}_by_id(id: 1) {{ URL }} {things}_aggregated(groupBy: [\"Title\"]) {{ group count {{ URL }} }} }}",
            $$$"""{"{{{things}}}": [{"Title": "t"}], "{{{things}}}_by_id": {"URL": "u"}, "{{{things}}}_aggregated": [{"group": {"Title": "t"}, "count": {"URL": 1}}]}""");
        await app.Admin.ShouldAnswerAsync(
            $"mutation {{ update_{things}_items(ids: [1], data: {{ Title: \"n\" }}) {{ Title }} delete_{things}_item(id: 1) {{ id }} }}",
            $$$"""{"update_{{{things}}}_items": [{"Title": "n"}], "delete_{{{things}}}_item": {"id": "1"}}""");
        Assert.Equal(["id", "Title", "URL", "Parent"], await app.Admin.FieldsAsync(things));
        Assert.Equal(["id", "Title", "URL", "Parent"], await app.Admin.FieldsAsync($"create_{things}_input"));
    }

    [Theory, EachDatabase]
    public async Task Names_may_differ_by_their_case_alone(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (things, others) = (await ThingsAsync(app), await app.CreateCollectionAsync("name"));
        await (await app.Admin.PostAsync($"/fields/{things}", new { field = "title", type = "alias", meta = new { special = new[] { "o2m" } } }))
            .DataAsync();
        await RelateAsync(app, things, "title");
        await CreateAsync(app, things, "{ Title: \"t\" }");

        await app.Admin.ShouldAnswerAsync($"{{ {others} {{ name }} {things} {{ Title title {{ id }} }} }}",
            $$$"""{"{{{others}}}": [], "{{{things}}}": [{"Title": "t", "title": []}]}""");
    }

    [Theory, EachDatabase]
    public async Task Names_like_those_that_are_made_of_others_break_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);
        string[] made = [$"{things}_by_id", $"{things}_aggregated", $"{things}_mutated", $"{things}_quantifier_filter", $"{things}_aggregated_count",
            $"create_{things}_item", $"update_{things}_input"];
        object key = new { field = "id", type = "integer", schema = new { is_primary_key = true }, meta = new { } };
        string[] fields = ["at", "at_func", "count", "group", "countAll", "year"];
        foreach (var name in made)
            await app.CreateCollectionAsync(name,
                [key, .. fields.Select(field => new { field, type = field == "at" ? "timestamp" : "string", schema = new { }, meta = new { } })]);

        foreach (var name in made)
            await app.Admin.ShouldAnswerAsync($"{{ {name}(filter: {{ at_func: {{ _eq: \"x\" }}, year: {{ _null: true }} }}) {{ id at at_func count group countAll }} }}", $$"""{"{{name}}": []}""");
        await app.Admin.ShouldAnswerAsync($"{{ {things} {{ Title }} }}", $$"""{"{{things}}": []}""");
    }

    [Theory, EachDatabase]
    public async Task A_many_to_one_leads_on_whatever_list_it_names_on_the_other_side(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);
        await RelateAsync(app, things, "ghosts");
        await CreateAsync(app, things, "{ Title: \"t\", Parent: { Title: \"p\" } }");

        foreach (var caller in (TestClient[])[app.Admin, await app.SignInAsync(May.Read(things))])
        {
            await caller.ShouldAnswerAsync($"{{ {things}(filter: {{ Parent: {{ Title: {{ _eq: \"p\" }} }} }}) {{ Title Parent {{ Title }} }} }}",
                $$$"""{"{{{things}}}": [{"Title": "t", "Parent": {"Title": "p"}}]}""");
        }
    }

    private static async Task<string> ThingsAsync(TestApp app)
    {
        var name = $"Things_{Guid.NewGuid():N}"[..14];
        object key = new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true }, meta = new { } };
        await app.CreateCollectionAsync(name, [key, Field("Title", "string"), Field("URL", "string"), Field("Parent", "integer")]);
        return name;
    }

    private static async Task CreateAsync(TestApp app, string things, string item) =>
        await app.Admin.AnswerAsync($"mutation {{ create_{things}_item(data: {item}) {{ id }} }}");

    private static object Field(string field, string type) => new { field, type, schema = new { }, meta = new { } };

    private static async Task RelateAsync(TestApp app, string things, string list) => await (await app.Admin.PostAsync("/relations",
        new
        {
            collection = things,
            field = "Parent",
            related_collection = things,
            meta = new { one_field = list },
            schema = new { on_delete = "SET NULL" }
        })).DataAsync();
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.IntegrationTests.Items;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>What recorded cases do not tell of mutations.</summary>
public sealed class WriteTests
{
    [Theory, EachDatabase]
    public async Task Writers_who_may_not_read_are_told_that_it_was_done(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var writer = await app.SignInAsync(May.Create(library.Tags), May.Update(library.Tags), May.Delete(library.Tags));

        await writer.ShouldAnswerAsync(
            $"mutation {{ create_{library.Tags}_items(data: [{{ id: 1 }}, {{ id: 2 }}]) update_{library.Tags}_item(id: 1, data: {{ label: \"x\" }}) delete_{library.Tags}_item(id: 2) {{ id }} }}",
            $$$"""{"create_{{{library.Tags}}}_items": true, "update_{{{library.Tags}}}_item": true, "delete_{{{library.Tags}}}_item": {"id": "2"}}""");

        await app.Admin.ShouldAnswerAsync($"{{ {library.Tags} {{ id label }} }}", $$"""{"{{library.Tags}}": [{"id": "1", "label": "x"}]}""");
    }

    [Theory, EachDatabase]
    public async Task What_was_written_out_of_sight_is_answered_with_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var writer = await app.SignInAsync(May.Create(library.Tags), May.Read(library.Tags).Where(new { label = new { _eq = "mine" } }));

        await writer.ShouldAnswerAsync($"mutation {{ create_{library.Tags}_item(data: {{ label: \"yours\" }}) {{ id }} }}", $$"""{"create_{{library.Tags}}_item": null}""");
    }

    [Theory, EachDatabase]
    public async Task Mutations_run_one_after_the_other_and_each_by_itself(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tags = (await Library.CreateAsync(app)).Tags;

        using var reply = await app.Admin.AskAsync(
            $"mutation {{ a: create_{tags}_item(data: {{ id: 1 }}) {{ id }} b: create_{tags}_item(data: {{ id: 1 }}) {{ id }} c: delete_{tags}_item(id: 1) {{ id }} }}");

        var answer = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
        JsonAssert.Same(JsonNode.Parse("""{"a": {"id": "1"}, "b": null, "c": {"id": "1"}}"""), answer["data"]);
        Assert.Equal("RECORD_NOT_UNIQUE", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_written_by_a_document_that_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tags = (await Library.CreateAsync(app)).Tags;
        var create = $"a: create_{tags}_item(data: {{ label: \"x\" }}) {{ id }}";

        Assert.Equal("GRAPHQL_VALIDATION", await app.Admin.RefusalAsync($"mutation {{ {create} nothing_like_this }}"));
        Assert.Equal("GRAPHQL_VALIDATION",
            await app.Admin.RefusalAsync($"mutation ($n: Int!) {{ {create} update_{tags}_item(id: $n, data: {{}}) {{ id }} }}"));
        await (await app.Admin.GetAsync($"/graphql?query={Uri.EscapeDataString($"mutation {{ {create} }}")}"))
            .ShouldBeErrorAsync(405, "METHOD_NOT_ALLOWED");
        await (await app.Admin.PostAsync("/graphql", new[] { new { query = $"mutation {{ {create} }}" } }))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");

        await app.Admin.ShouldAnswerAsync($"{{ {tags} {{ id }} }}", $$"""{"{{tags}}": []}""");
    }

    [Theory, EachDatabase]
    public async Task Variables_stand_within_json_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("data:json");

        await app.Admin.ShouldAnswerAsync($"mutation ($n: Int, $t: String!) {{ create_{things}_item(data: {{ data: {{ n: [$n, 2], t: $t, deep: {{ none: null }} }} }}) {{ data }} }}",
            $$$"""{"create_{{{things}}}_item": {"data": {"n": [1, 2], "t": "x", "deep": {"none": null} } } }""", new { n = 1, t = "x" });
    }

    [Theory, EachDatabase]
    public async Task An_item_that_is_not_there_is_not_updated(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tags = (await Library.CreateAsync(app)).Tags;

        Assert.Equal("FORBIDDEN", await app.Admin.RefusalAsync($"mutation {{ update_{tags}_item(id: 9, data: {{ label: \"x\" }}) {{ id }} }}"));
        await app.Admin.ShouldAnswerAsync($"mutation {{ update_{tags}_items(ids: [9], data: {{ label: \"x\" }}) {{ id }} }}", $$"""{"update_{{tags}}_items": []}""");
    }
}

using System.Text.Json.Nodes;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>What the rules of permissions and fields ask of the values that a write gives.</summary>
public sealed class WriteRuleTests
{
    [Theory, EachDatabase]
    public async Task Rules_of_relations_look_into_the_nested_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Ann" });
        var writer = await app.SignInAsync(May.Create(library.Authors), May.Read(library.Books), May.Read(library.Authors),
            May.Create(library.Books).Keeping(new { author = new { name = new { _eq = "Ann" } } }));
        var path = $"/items/{library.Books}?fields=author.name";

        await (await writer.PostAsync(path, new { author = new { name = "Ann" } })).ShouldBeDataAsync("""{"author":{"name":"Ann"}}""");
        await (await writer.PostAsync(path, new { title = "without" })).ShouldBeDataAsync("""{"author":null}""");
        await FailsAsync(writer, path, new { author = new { name = "Bob" } }, """[{"field":"author","path":["name"],"type":"eq","valid":"Ann"}]""");
        // A key tells nothing, and whose it is must not be found out.
        await FailsAsync(writer, path, new { author = 1 }, """[{"field":"author","path":[],"type":"required"}]""");
        await FailsAsync(writer, path, new { author = 99 }, """[{"field":"author","path":[],"type":"required"}]""");
    }

    [Theory, EachDatabase]
    public async Task What_is_not_given_keeps_every_rule_and_what_is_missing_tells_only_that(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var writer = await app.SignInAsync(May.Read(library.Notes),
            May.Create(library.Notes).Keeping(new { text = new { _in = "a,b", _nnull = true }, author = new { _gt = 5 } }));
        var path = $"/items/{library.Notes}?fields=text";

        await (await writer.PostAsync(path, new { text = "a" })).ShouldBeDataAsync("""{"text":"a"}""");
        await FailsAsync(writer, path, new { }, """[{"field":"text","path":[],"type":"required"}]""");
        await FailsAsync(writer, path, new { text = "c", author = 5 },
            """[{"field":"text","path":[],"type":"in","valid":["a","b"]},{"field":"author","path":[],"type":"gt","valid":5}]""");
    }

    [Theory, EachDatabase]
    public async Task Each_operator_judges_values_nulls_and_empty_texts(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var texts = await app.CreateCollectionAsync("text", "number:integer", "day:date");
        await RuleAsync(app, texts, "text", """{"_or":[{"text":{"_regex":"/^[a-z]+$/"}},{"text":{"_null":true}}]}""");
        await RuleAsync(app, texts, "number", """{"_and":[{"number":{"_between":[1,"9"]}},{"number":{"_neq":5}}]}""");
        await RuleAsync(app, texts, "day", """{"year(day)":{"_eq":2023}}""");
        var path = $"/items/{texts}?fields=text,number,day";

        await (await app.Admin.PostAsync(path, new { text = "abc", number = 9, day = "2023-05-05" })).ShouldBeDataAsync("""{"text":"abc","number":9,"day":"2023-05-05"}""");
        await (await app.Admin.PostAsync(path, new { text = (string?)null })).ShouldBeDataAsync("""{"text":null,"number":null,"day":null}""");
        await FailsAsync(app.Admin, path, new { text = "", number = "5", day = "2024-05-05" }, """
            [{"field":"text","path":[],"type":"regex","invalid":""},{"field":"text","path":[],"type":"null"},
             {"field":"number","path":[],"type":"nin","invalid":[5,"5"]},
             {"field":"year(day)","path":[],"type":"in","valid":[2023,"2023"]}]
            """);
        await FailsAsync(app.Admin, path, new { number = 10 }, """[{"field":"number","path":[],"type":"lte","valid":9}]""");
        await FailsAsync(app.Admin, path, new { number = (int?)null }, """[{"field":"number","path":[],"type":"required"}]""");
    }

    [Theory, EachDatabase]
    public async Task Submitted_asks_for_the_field_and_a_failure_tells_the_value_of_a_variable(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "owner:uuid");
        var writer = await app.SignInAsync(May.Read(notes),
            May.Create(notes).Keeping(new { title = new { _submitted = true }, owner = new { _eq = "$CURRENT_USER" } }));
        var me = (string)(await (await writer.GetAsync("/users/me?fields=id")).DataAsync())!["id"]!;
        var path = $"/items/{notes}?fields=owner";

        await (await writer.PostAsync(path, new { title = (string?)null, owner = me })).ShouldBeDataAsync($$"""{"owner":"{{me}}"}""");
        await FailsAsync(writer, path, new { owner = Guid.Empty },
            $$"""[{"field":"title","path":[],"type":"required"},{"field":"owner","path":[],"type":"eq","valid":"{{me}}"}]""");
    }

    [Theory, EachDatabase]
    public async Task Each_item_of_a_batch_is_judged_on_every_face(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "secret");
        await app.CreateAsync($"/items/{notes}", new { title = "one" });
        await app.CreateAsync($"/items/{notes}", new { title = "two" });
        var writer = await app.SignInAsync(May.Read(notes), May.Create(notes, "title"), May.Update(notes, "title"));
        var before = (await (await app.Admin.GetAsync($"/items/{notes}?sort=id")).DataAsync())!.ToJsonString();

        await (await writer.PostAsync($"/items/{notes}", new object[] { new { title = "x" }, new { title = "y", unknown = 1 } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await writer.PatchAsync($"/items/{notes}", new object[] { new { id = 1, title = "x" }, new { id = 2, title = "y", unknown = 1 } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        var create = new CreateItemsRequest { Collection = notes, Items = { Row("""{"title":"x"}"""), Row("""{"title":"y","unknown":1}""") } };
        await Assert.ThrowsAsync<RpcException>(async () => await writer.Items.CreateItemsAsync(create));

        Assert.Equal(before, (await (await app.Admin.GetAsync($"/items/{notes}?sort=id")).DataAsync())!.ToJsonString());
    }

    private static Struct Row(string json) => Struct.Parser.ParseJson(json);

    private static async Task RuleAsync(TestApp app, string collection, string field, string rule) =>
        await (await app.Admin.PatchAsync($"/fields/{collection}/{field}", new { meta = new { validation = JsonNode.Parse(rule) } })).DataAsync();

    // Every failure with what it tells, in their order.
    private static async Task FailsAsync(TestClient client, string path, object item, string failures)
    {
        var reply = await client.PostAsync(path, item);
        var errors = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["errors"]!.AsArray();
        var told = new JsonArray([.. errors.Select(error =>
        {
            var extensions = error!["extensions"]!.DeepClone().AsObject();
            Assert.Equal("FAILED_VALIDATION", (string?)extensions["code"]);
            extensions.Remove("code");
            return (JsonNode)extensions;
        })]);
        Assert.Equal(400, (int)reply.StatusCode);
        JsonAssert.Same(JsonNode.Parse(failures), told);
    }
}

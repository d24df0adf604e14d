using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.TestKit;
using Google.Protobuf;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>What may be asked of a model, on the shared server: only parts that belong to the test are touched.</summary>
public sealed class ModelTests
{
    // Other tests change the schema of the shared server between a comparison and its application, hence `force`.
    [Theory, EachDatabase]
    public async Task A_part_of_a_model_is_told_and_adds_without_taking_away(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (mine, other) = (await app.CreateCollectionAsync("title"), await app.CreateCollectionAsync("name"));
        var part = (JsonObject)(await (await app.Admin.GetAsync($"/schema/snapshot?includeCollections={mine}")).DataAsync())!;
        Assert.Equal([mine], ((JsonArray)part["collections"]!).Select(entry => (string)entry!["collection"]!));
        Assert.All((JsonArray)part["fields"]!, field => Assert.Equal(mine, (string)field!["collection"]!));
        var rest = await (await app.Admin.GetAsync($"/schema/snapshot?excludeCollections[]={mine}")).DataAsync();
        Assert.DoesNotContain(mine, ((JsonArray)rest!["collections"]!).Select(entry => (string)entry!["collection"]!));
        await (await app.Admin.GetAsync("/schema/snapshot?includeCollections=nowhere")).ShouldBeErrorAsync(400, "INVALID_QUERY");

        // The whole answer is as good as what is in it.
        await (await app.Admin.PostAsync("/schema/diff?mode=merge", new JsonObject { ["data"] = part.DeepClone() })).ShouldBeNoContentAsync();
        ((JsonArray)part["fields"]!).Add(Field(mine, "added", "text"));
        var difference = await (await app.Admin.PostAsync("/schema/diff?mode=merge", part)).DataAsync();
        await (await app.Admin.PostAsync("/schema/apply?force", difference)).ShouldBeNoContentAsync();
        Assert.Equal("text", (string)(await (await app.Admin.GetAsync($"/fields/{mine}/added")).DataAsync())!["type"]!);
        await (await app.Admin.GetAsync($"/collections/{other}")).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task A_rename_keeps_rows_rights_and_relations(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var authors = await app.CreateCollectionAsync("name");
        var books = await app.CreateCollectionAsync("title", "author:integer");
        await (await app.Admin.PostAsync("/relations",
            new { collection = books, field = "author", related_collection = authors, schema = new { on_delete = "SET NULL" } })).DataAsync();
        var author = await app.CreateAsync($"/items/{authors}", new { name = "Ada" });
        await app.CreateAsync($"/items/{books}", new { title = "One", author = int.Parse(author) });
        var reader = await app.SignInAsync(May.Read(books, "id", "title", "author"), May.Read(authors));
        var renamed = authors + "_x";
        var part = (await (await app.Admin.GetAsync($"/schema/snapshot?includeCollections={authors},{books}")).DataAsync())!.ToJsonString()
            .Replace($"\"{authors}\"", $"\"{renamed}\"", StringComparison.Ordinal).Replace("\"title\"", "\"heading\"", StringComparison.Ordinal);

        var difference = await (await app.Admin.PostAsync($"/schema/diff?mode=merge&rename={authors}:{renamed},{books}.title:heading",
            JsonNode.Parse(part))).DataAsync();
        var steps = await (await app.Admin.PostAsync("/schema/apply?dry_run&force", difference)).DataAsync();
        Assert.Equal(["rename_collection", "rename_field"], ((JsonArray)steps!["steps"]!).Select(step => (string)step!["action"]!));
        await (await app.Admin.PostAsync("/schema/apply?force", difference)).ShouldBeNoContentAsync();

        await (await reader.GetAsync($"/items/{books}?fields=heading,author.name")).ShouldBeDataAsync("""[{"heading":"One","author":{"name":"Ada"}}]""");
        await (await reader.GetAsync($"/items/{authors}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.DeleteAsync($"/items/{renamed}/{author}")).ShouldBeNoContentAsync();
        await (await reader.GetAsync($"/items/{books}?fields=author")).ShouldBeDataAsync("""[{"author":null}]""");
    }

    [Theory, EachDatabase]
    public async Task A_dry_run_tells_what_would_be_lost_and_changes_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title", "isbn");
        await app.CreateAsync($"/items/{books}", new { title = "One", isbn = "978" });
        var hash = "of another state";
        var diff = Changes(books, "isbn", """[{"kind":"D","lhs":{}}]""");

        var call = app.Admin.Snapshots.ApplySchemaAsync(new()
        {
            File = ByteString.CopyFromUtf8(DifferenceText.Hashed(hash, diff)), DryRun = true,
            Force = true
        });
        var step = Assert.Single((await call).Steps);
        Assert.Equal(("remove_field", books, "isbn", true), (step.Action, step.Collection, step.Field, step.Destructive));
        await (await app.Admin.GetAsync($"/items/{books}?fields=isbn")).ShouldBeDataAsync("""[{"isbn":"978"}]""");
        await (await app.Admin.PostAsync("/schema/apply", JsonNode.Parse(DifferenceText.Hashed(hash, diff))))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_is_named_before_anything_is_changed(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title");
        var before = await (await app.Admin.GetAsync($"/fields/{books}")).DataAsync();
        foreach (var (schema, type, say) in new[]
        {
            ("{}", "geometry.Point,4326); select pg_sleep(5)--", "must be one of"),
            ("""{"max_length":"20); drop table x"}""", "string", "schema.max_length"),
            ("""{"numeric_precision":5000}""", "decimal", "schema.numeric_precision"),
            ("""{"default_value":"1; drop table x"}""", "integer", "schema.default_value"),
            ("""{"is_nullable":"no"}""", "string", "schema.is_nullable"),
        })
        {
            var bad = $$$$$$"""[{"kind":"N","rhs":{"collection":"{{{{{{books}}}}}}","field":"bad","type":"{{{{{{type}}}}}}","schema":{{{{{{schema}}}}}},"meta":{}}}]""";
            var diff = $$$$$$"""{"fields":[{"collection":"{{{{{{books}}}}}}","field":"good","diff":[{"kind":"N","rhs":{"collection":"{{{{{{books}}}}}}","field":"good","type":"string","schema":{},"meta":{}}}]},{"collection":"{{{{{{books}}}}}}","field":"bad","diff":{{{{{{bad}}}}}}}]}""";
            var reply = await app.Admin.PostAsync("/schema/apply?force", JsonNode.Parse(DifferenceText.Hashed("any", diff)));
            var text = await reply.Content.ReadAsStringAsync();
            Assert.True((int)reply.StatusCode == 400 && text.Contains($"{books}.bad", StringComparison.Ordinal)
                && text.Contains(say, StringComparison.Ordinal), text);
        }

        var relation = $$$$$$"""{"relations":[{"collection":"{{{{{{books}}}}}}","field":"title","related_collection":"nowhere","diff":[{"kind":"N","rhs":{"collection":"{{{{{{books}}}}}}","field":"title","related_collection":"nowhere","schema":{"on_delete":"CASCADE; drop table x"}}}]}]}""";
        await (await app.Admin.PostAsync("/schema/apply?force", JsonNode.Parse(DifferenceText.Hashed("any", relation))))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        var system = """{"collections":[{"collection":"directus_users","diff":[{"kind":"D","lhs":{}}]}]}""";
        Assert.InRange((int)(await app.Admin.PostAsync("/schema/apply?force", JsonNode.Parse(DifferenceText.Hashed("any", system)))).StatusCode, 204,
            400);
        JsonAssert.Same(before, await (await app.Admin.GetAsync($"/fields/{books}")).DataAsync());
        await (await app.Admin.GetAsync("/users")).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task Only_administrators_move_models(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var member = await app.SignInAsync(May.Read("directus_collections"), May.Read("directus_fields"));
        foreach (var caller in new[] { member, app.Anonymous })
        {
            await (await caller.GetAsync("/schema/snapshot")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await caller.PostAsync("/schema/diff", new { })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await caller.PostAsync("/schema/apply", new { })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await caller.Snapshots.GetSnapshotAsync(new()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
            await caller.Snapshots.DiffSchemaAsync(new()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
            await caller.Snapshots.ApplySchemaAsync(new()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }
    }

    [Theory, EachDatabase]
    public async Task A_model_goes_there_and_back_over_gRPC(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title");
        var model = (await app.Admin.Snapshots.GetSnapshotAsync(new() { IncludeCollections = { books } })).Snapshot;
        var same = await app.Admin.Snapshots.DiffSchemaAsync(new() { Snapshot = model, Mode = ComparisonMode.Merge });
        Assert.True(same.Equal, same.Difference?.ToString());
        model.Fields.Single(field => field.Field_ == "title").Meta.Note = "from afar";
        model.Fields.Add(new Field { Collection = books, Field_ = "pages", Type = "integer", Meta = new FieldMeta(), Schema = new FieldSchema() });

        var found = await app.Admin.Snapshots.DiffSchemaAsync(new() { Snapshot = model, Mode = ComparisonMode.Merge });
        Assert.False(found.Equal);
        var applied = await app.Admin.Snapshots.ApplySchemaAsync(new() { Difference = found.Difference, Force = true });
        Assert.Equal(["create_field", "change_field"], applied.Steps.Select(step => step.Action));
        Assert.True((await app.Admin.Snapshots.DiffSchemaAsync(new() { Snapshot = model, Mode = ComparisonMode.Merge })).Equal);
        await app.Admin.Snapshots.ApplySchemaAsync(new() { Difference = found.Difference })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");
        Assert.Empty((await app.Admin.Snapshots.ApplySchemaAsync(new() { Difference = found.Difference, Force = true })).Steps);
    }

    [Theory, EachDatabase]
    public async Task A_YAML_file_is_a_model_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title");
        var yaml = await app.Admin.GetAsync($"/schema/snapshot?export=yaml&includeCollections={books}");
        var text = await yaml.Content.ReadAsStringAsync();
        Assert.Contains($"- collection: {books}", text, StringComparison.Ordinal);
        await (await SendFileAsync(app.Admin, "/schema/diff?mode=merge", text)).ShouldBeNoContentAsync();
        await (await SendFileAsync(app.Admin, "/schema/diff", "a: &x [1]\nb: [*x, *x]")).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
    }

    [Theory, EachDatabase]
    public async Task A_field_that_is_made_anew_inherits_no_right(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title", "secret");
        await app.CreateAsync($"/items/{books}", new { title = "One", secret = "x" });
        var reader = await app.SignInAsync(May.Read(books, "title", "secret"));
        var gone = Changes(books, "secret", """[{"kind":"D","lhs":{}}]""");
        var back = Changes(books, "secret", $$$$$$"""[{"kind":"N","rhs":{"collection":"{{{{{{books}}}}}}","field":"secret","type":"string","schema":{},"meta":{}}}]""");
        await (await app.Admin.PostAsync("/schema/apply?force", JsonNode.Parse(DifferenceText.Hashed("any", gone)))).ShouldBeNoContentAsync();
        await (await app.Admin.PostAsync("/schema/apply?force", JsonNode.Parse(DifferenceText.Hashed("any", back)))).ShouldBeNoContentAsync();
        await (await reader.GetAsync($"/items/{books}?fields=title")).ShouldBeDataAsync("""[{"title":"One"}]""");
        await (await reader.GetAsync($"/items/{books}?fields=secret")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    private static string Changes(string collection, string field, string changes) =>
        $$"""{"fields":[{"collection":"{{collection}}","field":"{{field}}","diff":{{changes}}}]}""";

    private static JsonObject Field(string collection, string name, string type) => new()
    {
        ["collection"] = collection, ["field"] = name, ["type"] = type, ["meta"] = new JsonObject(), ["schema"] = new JsonObject(),
    };

    private static Task<HttpResponseMessage> SendFileAsync(TestClient client, string path, string text)
    {
        var file = new StringContent(text);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/yaml");
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post,
            path)
        { Content = new MultipartFormDataContent { { file, "file", "model.yaml" } } });
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.OpenApi;

/// <summary>The OpenAPI document tells a caller what they may do, and nothing of what they may not.</summary>
public sealed class SpecificationTests
{
    private const string Path = "/server/specs/oas";

    [Theory, EachDatabase]
    public async Task Items_are_told_with_their_fields_types_and_relations(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var authors = await app.CreateCollectionAsync("name");
        var books = await app.CreateCollectionAsync("title", "pages:integer", "price:decimal", "out:boolean", "author:integer", "born:timestamp");
        await (await app.Admin.PostAsync("/relations",
            new { collection = books, field = "author", related_collection = authors, meta = new { }, schema = new { } })).DataAsync();

        var document = await ReadAsync(app.Admin, "?openapi=3.1");
        var schemas = document["components"]!["schemas"]!.AsObject();
        var (book, name) = Named(schemas, books);
        var (_, author) = Named(schemas, authors);

        Assert.Equal("3.1", ((string)document["openapi"]!)[..3]);
        var properties = book["properties"]!;
        Assert.Equal("""["null","integer"]""", Types(properties["pages"]!));
        Assert.Equal("""["null","boolean"]""", Types(properties["out"]!));
        Assert.Equal(("decimal", "date-time"), ((string?)properties["price"]!["format"], (string?)properties["born"]!["format"]));
        Assert.Equal($"#/components/schemas/{author}", (string?)properties["author"]!["oneOf"]![1]!["$ref"]);
        Assert.Equal(["get", "post", "patch", "delete"], document["paths"]![$"/items/{books}"]!.AsObject().Select(operation => operation.Key));
        Assert.Equal($"#/components/schemas/{name}",
            (string?)document["paths"]![$"/items/{books}/{{id}}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!
                ["properties"]!["data"]!["$ref"]);
        Assert.Contains("API v1.1", document["tags"]!.AsArray().Select(tag => (string?)tag!["name"]));
    }

    [Theory, EachDatabase]
    public async Task It_is_of_the_version_that_Directus_tells_unless_a_newer_one_is_asked_for(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title");
        var older = await ReadAsync(app.Admin);
        var (book, _) = Named(older["components"]!["schemas"]!.AsObject(), books);

        Assert.Equal(("3.0.1", "string", true), ((string?)older["openapi"], (string?)book["properties"]!["title"]!["type"],
            (bool?)book["properties"]!["title"]!["nullable"]));
        await (await app.Admin.GetAsync($"{Path}?openapi=2.0")).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Theory, EachDatabase]
    public async Task It_is_made_by_the_rights_of_the_caller(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (open, closed) = (await app.CreateCollectionAsync("title", "secret"), await app.CreateCollectionAsync("title"));
        var reader = await app.SignInAsync(May.Read(open, "id", "title"), May.Update(open, "title"));

        var document = await ReadAsync(reader);
        var text = document.ToJsonString();
        var (schema, _) = Named(document["components"]!["schemas"]!.AsObject(), open);

        Assert.Equal(["id", "title"], schema["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["get", "patch"], document["paths"]![$"/items/{open}"]!.AsObject().Select(operation => operation.Key));
        Assert.DoesNotContain(closed, text, StringComparison.Ordinal);
        Assert.DoesNotContain("/schema/apply", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/policies\"", text, StringComparison.Ordinal);
        Assert.Contains("/schema/apply", (await ReadAsync(app.Admin)).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Strangers_learn_how_to_log_in_and_no_version(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var document = await ReadAsync(app.Anonymous);

        Assert.Equal("11", (string?)document["info"]!["version"]);
        Assert.Equal("11.17.4", (string?)(await ReadAsync(app.Admin))["info"]!["version"]);
        Assert.Contains("mode", document["paths"]!["/auth/login"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!
            .AsObject().Select(property => property.Key));
        Assert.DoesNotContain("/users", document["paths"]!.AsObject().Select(path => path.Key));
    }

    [Theory, EachDatabase]
    public async Task It_has_a_tag_that_changes_with_the_model_and_is_the_same_over_gRPC(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var collection = await app.CreateCollectionAsync("title");
        var reader = await app.SignInAsync(May.Read(collection));
        var tag = (await reader.GetAsync(Path)).Headers.ETag!;

        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(reader, tag.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(reader, "\"another\"")).Status);
        var reply = await reader.Server.GetOpenApiAsync(new());
        Assert.Equal(tag.ToString(), reply.Etag);
        JsonAssert.Same(await ReadAsync(reader), JsonNode.Parse(reply.Json.Span));
        await (await app.Admin.PostAsync($"/fields/{collection}", new { field = "more", type = "string", schema = new { }, meta = new { } }))
            .DataAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(reader, tag.ToString())).Status);
    }

    private static async Task<(HttpStatusCode Status, int Length)> AskAsync(TestClient client, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var reply = await client.SendAsync(request);
        return (reply.StatusCode, (await reply.Content.ReadAsByteArrayAsync()).Length);
    }

    private static async Task<JsonNode> ReadAsync(TestClient client, string query = "")
    {
        using var reply = await client.GetAsync(Path + query);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
    }

    private static (JsonNode Schema, string Name) Named(JsonObject schemas, string collection)
    {
        var (name, schema) = schemas.Single(schema => (string?)schema.Value!["x-collection"] == collection);
        return (schema!, name);
    }

    private static string Types(JsonNode schema) => schema["type"]!.ToJsonString();
}

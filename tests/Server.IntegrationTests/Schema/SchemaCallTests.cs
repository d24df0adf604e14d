using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Calls that edit the schema, as clients send them.</summary>
public sealed class SchemaCallTests
{
    [Theory, EachDatabase]
    public async Task Deleting_a_field_that_is_not_there_is_done(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        var user = await app.SignInAsync(May.Read(things));

        await (await app.Admin.DeleteAsync($"/fields/{things}/unknown")).ShouldBeNoContentAsync();
        await app.Admin.Fields.DeleteFieldAsync(new() { Collection = things, Field = "unknown" });
        await (await app.Admin.DeleteAsync("/fields/unknown/unknown")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.DeleteAsync("/fields/directus_users/email")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await user.DeleteAsync($"/fields/{things}/unknown")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await app.Admin.Fields.DeleteFieldAsync(new() { Collection = "unknown", Field = "unknown" })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_deleted_field_is_no_part_of_copies_any_more(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var authors = await app.CreateCollectionAsync("name", "born");
        var books = await app.CreateCollectionAsync("title", "year", "author:integer");
        await (await app.Admin.PostAsync("/relations", new { collection = books, field = "author", related_collection = authors })).DataAsync();
        await (await app.Admin.PatchAsync($"/collections/{books}",
            new { meta = new { item_duplication_fields = new[] { "title", "year", "author.name", "author.born" } } })).DataAsync();

        await (await app.Admin.DeleteAsync($"/fields/{books}/year")).ShouldBeNoContentAsync();
        await (await app.Admin.DeleteAsync($"/fields/{authors}/born")).ShouldBeNoContentAsync();
        Assert.Equal("""["title","author.name"]""", await CopiedAsync());
        await (await app.Admin.DeleteAsync($"/fields/{books}/author")).ShouldBeNoContentAsync();
        Assert.Equal("""["title"]""", await CopiedAsync());

        async Task<string> CopiedAsync() =>
            (await (await app.Admin.GetAsync($"/collections/{books}")).DataAsync())!["meta"]!["item_duplication_fields"]!.ToJsonString();
    }

    [Fact]
    public async Task A_default_is_taken_as_it_was_told()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var things = await app.CreateCollectionAsync("made:uuid", "at:timestamp");
        await (await app.Admin.PatchAsync($"/fields/{things}/made", new { schema = new { default_value = "gen_random_uuid()" } })).DataAsync();
        var fields = (JsonArray)(await (await app.Admin.GetAsync($"/fields/{things}")).DataAsync())!;
        Assert.Equal("gen_random_uuid()", (string?)fields[1]!["schema"]!["default_value"]);
        Assert.StartsWith("nextval(", (string?)fields[0]!["schema"]!["default_value"]);

        // All of it, to the same collection and to a new one.
        foreach (var field in fields) await (await app.Admin.PatchAsync($"/fields/{things}/{field!["field"]}", field.DeepClone())).DataAsync();
        var copy = $"t_{TestApp.Mark()}";
        await app.CreateCollectionAsync(copy, fields.Select(field =>
            new { field = (string?)field!["field"], type = (string?)field["type"], schema = field["schema"], meta = new { } }));
        foreach (var name in new[] { things, copy })
        {
            var item = (await (await app.Admin.PostAsync($"/items/{name}", new { })).DataAsync())!;
            Assert.Equal((1, true), ((int)item["id"]!, Guid.TryParse((string?)item["made"], out _)));
        }
    }

    [Theory, EachDatabase]
    public async Task A_model_comes_as_a_file_of_any_name_and_type(TestDatabase database)
    {
        // Others change the schema of a shared server meanwhile.
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        var model = (await (await app.Admin.GetAsync("/schema/snapshot?export=json")).Content.ReadAsStringAsync()).TrimEnd();
        var yaml = await (await app.Admin.GetAsync("/schema/snapshot?export=yaml")).Content.ReadAsStringAsync();
        foreach (var (text, type, name) in new[]
        {
            (model, "application/json", "a.json"), (model, "application/octet-stream", null), (model, "application/octet-stream", "blob"),
                (yaml, "application/octet-stream", "blob"),
            (yaml, "text/yaml", "blob"), (model, "text/plain", "a.txt"), (model, null, "a"),
        })
        {
            using var part = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            part.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { FileName = name };
            using var form = new MultipartFormDataContent { part };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/schema/diff") { Content = form };
            await (await app.Admin.SendAsync(request)).ShouldBeNoContentAsync();
        }
    }

    [Theory, EachDatabase]
    public async Task A_model_with_a_type_that_is_none_and_a_difference_without_a_part_are_refused(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        var name = $"t_{TestApp.Mark()}";
        var model = (JsonObject)(await (await app.Admin.GetAsync("/schema/snapshot")).DataAsync())!;
        ((JsonArray)model["collections"]!)
            .Add(new JsonObject { ["collection"] = name, ["meta"] = null, ["schema"] = new JsonObject { ["name"] = name } });
        var field = new JsonObject
        {
            ["collection"] = name, ["field"] = "id", ["type"] = "integer", ["meta"] = null,
            ["schema"] = new JsonObject { ["name"] = "id", ["table"] = name, ["data_type"] = "integer", ["is_primary_key"] = true },
        };
        ((JsonArray)model["fields"]!).Add(field);
        var difference = (JsonObject)(await (await app.Admin.PostAsync("/schema/diff", model)).DataAsync())!;
        foreach (var type in new JsonNode?[] { "nonsense", "", 5, null })
        {
            field["type"] = type;
            await (await app.Admin.PostAsync("/schema/diff", model)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
            await (await app.Admin.PostAsync("/schema/diff?force=true", model)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        }

        Action<JsonObject>[] losses =
        [
            diff => diff.Remove("collections"), diff => diff.Remove("fields"), diff => diff.Remove("systemFields"), diff => diff.Remove("relations"),
            diff => diff["fields"]![0]!["diff"] = new JsonArray(), diff => diff["fields"]![0]!.AsObject().Remove("diff"),
            diff => diff["collections"]![0]!.AsObject().Remove("collection"), diff => diff["collections"]![0]!["diff"]![0]!.AsObject().Remove("rhs"),
            diff => diff["fields"]![0]!["diff"]![0]!.AsObject().Remove("kind"),
        ];
        foreach (var lose in losses)
        {
            var less = (JsonObject)difference.DeepClone();
            lose((JsonObject)less["diff"]!);
            await (await app.Admin.PostAsync("/schema/apply", less)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        }

        await (await app.Admin.GetAsync($"/collections/{name}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.PostAsync("/schema/apply", difference)).ShouldBeNoContentAsync();
    }

    [Theory, EachDatabase]
    public async Task A_relation_is_hidden_with_either_of_its_sides(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (authors, books) = (await app.CreateCollectionAsync("name"), await app.CreateCollectionAsync("title", "author:integer"));
        await (await app.Admin.PostAsync($"/fields/{authors}", new { field = "books", type = "alias", meta = new { special = new[] { "o2m" } } }))
            .DataAsync();
        await (await app.Admin.PostAsync("/relations",
            new { collection = books, field = "author", related_collection = authors, meta = new { one_field = "books" } })).DataAsync();
        var relations = May.Read("directus_relations");
        foreach (var (seen, rights) in new (bool, May[])[]
        {
            (true, [relations, May.Read(authors), May.Read(books)]), (true, [relations, May.Read(authors, "books"), May.Read(books, "author")]),
            (false, [relations, May.Read(authors, "id", "name"), May.Read(books)]), (false, [relations, May.Read(authors), May.Read(books, "id")]),
            (false, [relations, May.Read(books)]), (false, [relations, May.Read(authors)]),
        })
        {
            var user = await app.SignInAsync(rights);
            var rest = (JsonArray)(await (await user.GetAsync("/relations")).DataAsync())!;
            Assert.Equal(seen ? 1 : 0, rest.Count);
            Assert.Equal(seen ? 200 : 403, (int)(await user.GetAsync($"/relations/{books}/author")).StatusCode);
            Assert.Equal(rest.Count, (await user.Relations.ListRelationsAsync(new())).Relations.Count);
            Assert.Equal(rest.Count, (await user.AnswerAsync("{ relations { collection } }", GraphQLCalls.System))!["relations"]!.AsArray().Count);
        }
    }
}

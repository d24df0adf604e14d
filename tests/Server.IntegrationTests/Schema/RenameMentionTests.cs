using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>What mentions a name follows its rename, and nobody wins or loses a right by it.</summary>
public sealed class RenameMentionTests
{
    [Theory, EachDatabase]
    public async Task Rules_templates_and_filters_follow_a_rename(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var authors = await app.CreateCollectionAsync("name", "town");
        var books = await app.CreateCollectionAsync("title", "state", "author:integer", "secret");
        await (await app.Admin.PostAsync("/relations", new
        {
            collection = books,
            field = "author",
            related_collection = authors,
            meta = new { },
            schema = new { on_delete = "SET NULL" }
        })).DataAsync();
        var author = int.Parse(await app.CreateAsync($"/items/{authors}", new { name = "Ada", town = "here" }),
            System.Globalization.CultureInfo.InvariantCulture);
        await app.CreateAsync($"/items/{books}", new { title = "shown", state = "live", author, secret = "s" });
        await app.CreateAsync($"/items/{books}", new { title = "hidden", state = "draft", author, secret = "s" });
        var rule = new { _and = new object[] { new { state = new { _eq = "live" } }, new { author = new { town = new { _eq = "here" } } } } };
        // The last name is one that nothing has yet.
        var reader = await app.SignInAsync(May.Read(books, "id", "title", "state", "label").Where(rule),
            May.Create(books, "title", "state").Keeping(new { state = new { _in = new[] { "live" } } }), May.Read(authors, "id"));
        await (await app.Admin.PatchAsync($"/collections/{books}", new
        {
            meta = new
            {
                display_template = "{{title}} ({{author.town}})",
                item_duplication_fields = new[] { "state", "author.town" }
            }
        })).DataAsync();
        await (await app.Admin.PatchAsync($"/fields/{books}/author", new
        {
            meta = new
            {
                options = new { template = "{{town}}" },
                conditions = new object[] { new { rule = new { state = new { _eq = "x" } } } }
            }
        })).DataAsync();
        var preset = await app.CreateAsync("/presets", new
        {
            collection = books,
            filter = new { state = new { _eq = "live" } },
            layout_query = new { tabular = new { sort = new[] { "-state" }, fields = new[] { "state", "author.town" } } }
        });

        var renames = $"{books}.state:phase,{authors}.town:place,{books}.secret:label,{authors}:{authors}_x";
        var model = (JsonObject)(await (await app.Admin.GetAsync($"/schema/snapshot?includeCollections={books},{authors}")).DataAsync())!;
        var difference = await (await app.Admin.PostAsync($"/schema/diff?mode=merge&rename={renames}", Renamed(model, books, authors))).DataAsync();
        await (await app.Admin.PostAsync("/schema/apply?force", difference)).ShouldBeNoContentAsync();

        await (await reader.GetAsync($"/items/{books}?fields=title,phase")).ShouldBeDataAsync("""[{"title":"shown","phase":"live"}]""");
        await (await reader.GetAsync($"/items/{books}?fields=label")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.PostAsync($"/items/{books}", new { title = "x", phase = "draft" })).ShouldBeErrorAsync(400, "FAILED_VALIDATION");
        var collection = (await (await app.Admin.GetAsync($"/collections/{books}")).DataAsync())!["meta"]!;
        Assert.Equal("{{title}} ({{author.place}})", (string?)collection["display_template"]);
        Assert.Equal("""["phase","author.place"]""", collection["item_duplication_fields"]!.ToJsonString());
        var field = (await (await app.Admin.GetAsync($"/fields/{books}/author")).DataAsync())!["meta"]!;
        Assert.Equal("{{place}}", (string?)field["options"]!["template"]);
        Assert.Equal("x", (string?)field["conditions"]![0]!["rule"]!["phase"]!["_eq"]);
        await (await app.Admin.GetAsync($"/presets/{preset}?fields=filter,layout_query"))
            .ShouldBeDataAsync("""{"filter":{"phase":{"_eq":"live"}},"layout_query":{"tabular":{"sort":["-phase"],"fields":["phase","author.place"]}}}""");
    }

    // The model with the new names, texts that mention them included.
    private static JsonNode Renamed(JsonObject model, string books, string authors)
    {
        foreach (var field in (JsonArray)model["fields"]!)
        {
            var name = ((string)field!["collection"]!, (string)field["field"]!);
            var to = name == (books, "state") ? "phase" : name == (authors, "town") ? "place" : name == (books, "secret") ? "label" : null;
            if (to is not null) (field["field"], field["meta"]!["field"], field["schema"]!["name"]) = (to, to, to);
        }

        var text = model.ToJsonString().Replace($"\"{authors}\"", $"\"{authors}_x\"", StringComparison.Ordinal)
            .Replace("author.town", "author.place", StringComparison.Ordinal)
            .Replace("{{town}}", "{{place}}", StringComparison.Ordinal).Replace("\"state\"", "\"phase\"", StringComparison.Ordinal);
        return JsonNode.Parse(text)!;
    }
}

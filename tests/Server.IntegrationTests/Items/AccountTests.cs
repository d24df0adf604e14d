using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Activity and revisions: as much as the collection asks for, and nothing of what was refused.</summary>
public sealed class AccountTests
{
    [Theory, EachDatabase]
    public async Task A_collection_chooses_how_much_is_told_of_its_items(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        (object? Accountability, string Activity, string Revisions)[] choices =
        [
            ("all", """[{"action":"create","item":"1"}]""", """[{"item":"1","data":{"title":"a"},"delta":{"title":"a"},"activity":{"action":"create"}}]"""),
            ("activity", """[{"action":"create","item":"1"}]""", "[]"),
            (null, "[]", "[]"),
        ];

        foreach (var (accountability, activity, revisions) in choices)
        {
            var items = await app.CreateCollectionAsync("title");
            await app.Admin.PatchAsync($"/collections/{items}", new { meta = new { accountability } });

            await app.CreateAsync($"/items/{items}", new { title = "a" });

            await (await app.Admin.GetAsync($"/activity?filter[collection][_eq]={items}&fields=action,item")).ShouldBeDataAsync(activity);
            await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={items}&fields=item,data,delta,activity.action"))
                .ShouldBeDataAsync(revisions);
        }
    }

    [Theory, EachDatabase]
    public async Task What_the_database_refuses_leaves_no_account(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var items = $"t_{Guid.NewGuid():N}"[..12];
        await app.CreateCollectionAsync(items,
        [
            new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true } },
            new { field = "code", type = "string", schema = new { is_unique = true } },
        ]);
        await app.CreateAsync($"/items/{items}", new { code = "a" });

        await (await app.Admin.PostAsync($"/items/{items}", new { code = "a" })).ShouldBeErrorAsync(400, "RECORD_NOT_UNIQUE");

        await (await app.Admin.GetAsync($"/activity?filter[collection][_eq]={items}&fields=item")).ShouldBeDataAsync("""[{"item":"1"}]""");
        await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={items}&fields=item")).ShouldBeDataAsync("""[{"item":"1"}]""");
    }

    // The parts of the statement that writes an item with its account have names of their own.
    [Theory, EachDatabase]
    public async Task Collections_may_be_named_as_the_parts_of_a_statement(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var name in (string[])["created", "activity", "revision"])
        {
            await app.CreateCollectionAsync(name,
                [new { field = "id", type = "uuid", schema = new { is_primary_key = true }, meta = new { special = new[] { "uuid" } } }]);

            var key = await app.CreateAsync($"/items/{name}", new { });

            await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={name}&fields=item")).ShouldBeDataAsync($$"""[{"item":"{{key}}"}]""");
            await (await app.Admin.DeleteAsync($"/collections/{name}")).ShouldBeNoContentAsync();
        }
    }
}

using Directus.Grpc.Common.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Keys that are not there: an administrator is told of none, and others are told of all that they may not.</summary>
public sealed class MissingKeyTests
{
    [Theory, EachDatabase]
    public async Task An_administrator_writes_past_keys_that_are_not_there(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await NotesAsync(app);
        var (admin, change) = (app.Admin, new { title = "b" });

        await (await admin.PatchAsync($"/items/{notes}/99", change)).ShouldBeNoContentAsync();
        await (await admin.PatchAsync($"/items/{notes}", new { keys = new[] { 1, 99 }, data = change })).ShouldBeDataAsync("""[{"id":1,"title":"b"}]""");
        await (await admin.DeleteAsync($"/items/{notes}/99")).ShouldBeNoContentAsync();
        await (await admin.DeleteAsync($"/items/{notes}", new[] { 98, 99 })).ShouldBeNoContentAsync();

        Assert.Null((await admin.Items.UpdateItemAsync(new() { Collection = notes, Key = "99", Data = Structs.Of(change) })).Item);
        var changed = await admin.Items.UpdateItemsAsync(new()
        {
            Collection = notes, Keys = { "1", "99" }, Data = Structs.Of(change),
            Encoding = Encoding.Json
        });
        Assert.Equal("""[{"id":1,"title":"b"}]""", changed.Json.ToStringUtf8());
        await admin.Items.DeleteItemAsync(new() { Collection = notes, Key = "99" });
        await admin.Items.DeleteItemsAsync(new() { Collection = notes, Keys = { "98", "99" } });

        await admin.ShouldAnswerAsync($"mutation {{ update_{notes}_items(ids: [1, 99], data: {{ title: \"b\" }}) {{ id }} }}", $$"""{"update_{{notes}}_items":[{"id":"1"}]}""");
        await admin.ShouldAnswerAsync($"mutation {{ delete_{notes}_item(id: 99) {{ id }} }}", $$$"""{"delete_{{{notes}}}_item":{"id":"99"}}""");
        Assert.Equal("FORBIDDEN", await admin.RefusalAsync($"mutation {{ update_{notes}_item(id: 99, data: {{ title: \"b\" }}) {{ id }} }}"));
    }

    [Theory, EachDatabase]
    public async Task Others_are_refused_keys_that_are_not_there_and_change_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await NotesAsync(app);
        var user = await app.SignInAsync(May.Read(notes), May.Update(notes), May.Delete(notes));
        var change = new { title = "b" };

        await (await user.PatchAsync($"/items/{notes}/99", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await user.PatchAsync($"/items/{notes}", new { keys = new[] { 1, 99 }, data = change })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await user.DeleteAsync($"/items/{notes}", new[] { 1, 99 })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await user.Items.UpdateItemAsync(new() { Collection = notes, Key = "99", Data = Structs.Of(change) })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await user.Items.DeleteItemsAsync(new() { Collection = notes, Keys = { "1", "99" } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        Assert.Equal("FORBIDDEN", await user.RefusalAsync($"mutation {{ update_{notes}_items(ids: [1, 99], data: {{ title: \"b\" }}) {{ id }} }}"));
        Assert.Equal("FORBIDDEN", await user.RefusalAsync($"mutation {{ delete_{notes}_items(ids: [1, 99]) {{ ids }} }}"));

        await (await user.GetAsync($"/items/{notes}")).ShouldBeDataAsync("""[{"id":1,"title":"a"}]""");
    }

    private static async Task<string> NotesAsync(TestApp app)
    {
        var notes = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{notes}", new { title = "a" });
        return notes;
    }
}

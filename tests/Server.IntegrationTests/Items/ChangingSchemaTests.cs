using System.Net;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;
using Encoding = Directus.Grpc.Common.V1.Encoding;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Items are read and written while fields of their collection come and go: every call is answered as if it had come a
/// moment earlier or later.</summary>
public sealed class ChangingSchemaTests
{
    private const int Changes = 5;

    [Theory, EachDatabase]
    public async Task No_call_fails_because_a_field_comes_or_goes(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var (authors, books) = (library.Authors, library.Books);
        await app.CreateAsync($"/items/{authors}", new { name = "a", books = Enumerable.Range(1, 30).Select(n => new { title = $"{n}" }) });
        var member = await app.SignInAsync(May.Read(books), May.Update(books), May.Create(books), May.Read(authors));
        using var stop = new CancellationTokenSource();

        var callers = Task.WhenAll(
            UntilAsync(stop, () => OkAsync(app.Admin.GetAsync($"/items/{books}"))),
            UntilAsync(stop, () => OkAsync(member.GetAsync($"/items/{books}?fields=*,author.*&limit=-1"))),
            UntilAsync(stop, () => OkAsync(app.Admin.GetAsync($"/items/{authors}?fields=*,books.*"))),
            UntilAsync(stop, () => OkAsync(app.Admin.GetAsync($"/items/{books}?export=csv"))),
            UntilAsync(stop, () => OkOrForbiddenAsync(app.Admin.GetAsync($"/items/{books}?fields=id,extra"))),
            UntilAsync(stop, () => OkAsync(member.PatchAsync($"/items/{books}/1", new { title = "x" }))),
            UntilAsync(stop,
                () => OkAsync(app.Admin.PatchAsync($"/items/{books}", new[] { new { id = 2, title = "y" }, new { id = 3, title = "z" } }))),
            UntilAsync(stop, () => OkAsync(app.Admin.PostAsync($"/items/{books}", new { title = "new" }))),
            UntilAsync(stop, () => OkOrForbiddenAsync(app.Admin.PatchAsync($"/items/{books}/4", new { extra = "e" }))),
            UntilAsync(stop,
                () => ReadsAsync(app.Admin.PostAsync("/graphql", new { query = $"{{ {books}(limit: 5) {{ id title author {{ name }} }} }}" }))),
            UntilAsync(stop, async () => await app.Admin.Items.ListItemsAsync(new() { Collection = books, Encoding = Encoding.Json })),
            UntilAsync(stop, () => StreamAsync(app.Admin, books)));
        for (var change = 0; change < Changes; change++)
        {
            await (await app.Admin.PostAsync($"/fields/{books}", new { field = "extra", type = "string", meta = new { }, schema = new { } }))
                .DataAsync();
            await (await app.Admin.DeleteAsync($"/fields/{books}/extra")).ShouldBeNoContentAsync();
        }

        await stop.CancelAsync();
        await callers;
        await (await app.Admin.GetAsync($"/items/{books}?fields=id,extra")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_call_that_comes_before_the_news_of_a_change_is_answered_by_the_new_schema(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "extra", "more");
        await app.CreateAsync($"/items/{things}", new { title = "a", extra = "b", more = "c" });
        await (await app.Admin.GetAsync($"/items/{things}")).ShouldBeDataAsync("""[{"id":1,"title":"a","extra":"b","more":"c"}]""");

        await app.Server.Database.QueryAsync($"alter table {things} drop column extra");
        await (await app.Admin.GetAsync($"/items/{things}")).ShouldBeDataAsync("""[{"id":1,"title":"a","more":"c"}]""");
        await app.Server.Database.QueryAsync($"alter table {things} drop column more");
        await (await app.Admin.GetAsync($"/items/{things}?fields=more")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.PatchAsync($"/items/{things}/1", new { title = "z" })).ShouldBeDataAsync("""{"id":1,"title":"z"}""");
        await app.Server.Database.QueryAsync($"alter table {things} drop column title");
        await (await app.Admin.PostAsync($"/items/{things}", new { id = 5 })).ShouldBeDataAsync("""{"id":5}""");
    }

    private static async Task UntilAsync(CancellationTokenSource stop, Func<Task> call)
    {
        while (!stop.IsCancellationRequested) await call();
    }

    private static async Task OkAsync(Task<HttpResponseMessage> call)
    {
        using var reply = await call;
        Assert.True(reply.StatusCode == HttpStatusCode.OK, $"{reply.StatusCode}: {await reply.Content.ReadAsStringAsync()}");
    }

    private static async Task OkOrForbiddenAsync(Task<HttpResponseMessage> call)
    {
        using var reply = await call;
        Assert.True(reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden,
            $"{reply.StatusCode}: {await reply.Content.ReadAsStringAsync()}");
    }

    private static async Task ReadsAsync(Task<HttpResponseMessage> call)
    {
        using var reply = await call;
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(JsonNode.Parse(text)!["errors"] is null, text);
    }

    private static async Task StreamAsync(TestClient client, string collection)
    {
        using var call = client.Items.StreamItems(new() { Collection = collection, Encoding = Encoding.Json });
        await foreach (var message in call.ResponseStream.ReadAllAsync()) Assert.NotEmpty(message.Json);
    }
}

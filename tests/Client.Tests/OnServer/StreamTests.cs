using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class StreamTests
{
    [Theory, EachDatabase]
    public async Task Streamed_items_are_all_of_them_and_may_be_left_early(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(NewField.Key(), NewField.String("title"));
        var books = app.Admin.Items<Titled>(name);
        await books.CreateAsync(Enumerable.Range(1, 3_000).Select(number => new { title = $"a title of some length, number {number}" }));

        var titles = new List<string?>();
        await foreach (var book in books.Sort("id").StreamAsync()) titles.Add(book.Title);
        string? first = null;
        await foreach (var book in books.Sort("-id").StreamAsync())
        {
            first = book.Title;
            break;
        }

        Assert.Equal(Enumerable.Range(1, 3_000).Select(number => $"a title of some length, number {number}"), titles);
        Assert.Equal(titles[^1], first);
    }

    [Theory, EachDatabase]
    public async Task Refused_stream_carries_the_code_of_Directus(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);

        var refusal = await Assert.ThrowsAsync<DirectusException>(async () =>
        {
            await foreach (var _ in app.Admin.Items("absent").StreamAsync()) Assert.Fail("An item of no collection.");
        });

        Assert.Equal("FORBIDDEN", refusal.Code);
    }

    private sealed record Titled(int? Id, string? Title);
}

using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class PagesTests
{
    [Theory, EachDatabase]
    public async Task Pages_are_read_one_after_the_other_until_there_are_no_more(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var numbers = app.Admin.Items<Numbered>(await app.CreateCollectionAsync(NewField.Key()));
        await numbers.CreateAsync(Enumerable.Range(1, 250).Select(id => new { id }));
        var sorted = numbers.Sort("id");

        Assert.Equal([100, 100, 50], (await PagesAsync(sorted)).Select(page => page.Count));
        Assert.Equal(["1..90", "91..180", "181..250"], (await PagesAsync(sorted.Limit(90))).Select(Ends));
        Assert.Equal(["181..250"], (await PagesAsync(sorted.Limit(90).Page(3))).Select(Ends));
        Assert.Equal(["241..250"], (await PagesAsync(sorted.Offset(240))).Select(Ends));
        Assert.Empty(await PagesAsync(sorted.Where(Filter.Field("id").Gt(250))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => PagesAsync(sorted.Limit(-1)));
    }

    private static async Task<List<IReadOnlyList<Numbered>>> PagesAsync(ItemSet<Numbered> set)
    {
        var pages = new List<IReadOnlyList<Numbered>>();
        await foreach (var page in set.PagesAsync()) pages.Add(page);
        return pages;
    }

    private static string Ends(IReadOnlyList<Numbered> page) => $"{page[0].Id}..{page[^1].Id}";

    private sealed record Numbered(int Id);
}

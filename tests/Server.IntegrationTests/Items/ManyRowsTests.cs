using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

public sealed class ManyRowsTests
{
    [Theory, EachDatabase]
    public async Task Ten_thousand_items_are_written_in_one_call_and_none_of_them_when_one_is_bad(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var items = await app.CreateCollectionAsync("title", "number:integer");
        var rows = Enumerable.Range(1, 10_000).Select(number => new { title = $"item {number}", number = (object)number }).ToList();

        var bad = await app.Admin.PostAsync($"/items/{items}?fields=id", rows.Append(new { title = "bad", number = (object)"no number" }));
        await bad.ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        var reply = await app.Admin.PostAsync($"/items/{items}?fields=id", rows);

        Assert.Equal(10_000, (await reply.DataAsync())!.AsArray().Count);
        await (await app.Admin.GetAsync($"/items/{items}?aggregate[count]=*&aggregate[countDistinct]=number")).ShouldBeDataAsync(
            """[{"count":"10000","countDistinct":{"number":"10000"}}]""");
        await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={items}&aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"10000"}]""");
    }
}

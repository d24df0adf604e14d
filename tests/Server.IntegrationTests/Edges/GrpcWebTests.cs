using System.Net;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

public sealed class GrpcWebTests
{
    [Theory, EachDatabase]
    public async Task Browsers_call_grpc_on_the_port_of_rest(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{notes}", new { title = "over the web" });
        using var channel = GrpcChannel.ForAddress(app.Server.Url, new GrpcChannelOptions
        {
            HttpVersion = HttpVersion.Version11,
            HttpHandler = new GrpcWebHandler(GrpcWebMode.GrpcWeb, new HttpClientHandler()),
        });
        var items = new ItemsService.ItemsServiceClient(channel);

        var read = await items.GetItemAsync(
            new() { Collection = notes, Key = "1" }, new Metadata { { "authorization", $"Bearer {app.Admin.Token}" } });

        Assert.Equal("over the web", read.Item.Fields["title"].StringValue);
        await items.GetItemAsync(new() { Collection = notes, Key = "1" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }
}

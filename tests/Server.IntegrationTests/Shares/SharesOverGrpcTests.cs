using System.Text.Json.Nodes;
using Directus.Grpc.Shares.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Shares;

public sealed class SharesOverGrpcTests
{
    [Theory, EachDatabase]
    public async Task Who_holds_a_share_reads_its_item_and_nothing_else(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title", "secret");
        await app.CreateAsync($"/items/{articles}", new { title = "shared", secret = "x" });
        await app.CreateAsync($"/items/{articles}", new { title = "another", secret = "y" });
        var role = await app.CreateRoleAsync(May.Read(articles, "id", "title"));

        var created = await app.Admin.Shares.CreateSharesAsync(new()
        {
            Shares = { new Share { Collection = articles, Item = "1", Role = role, Name = "for review", Password = "pass", MaxUses = 2 } },
        });
        var share = Assert.Single(created.Shares);
        Assert.Equal(("for review", "**********", 0), (share.Name, share.Password, share.TimesUsed));

        var info = await app.Anonymous.Shares.GetShareInfoAsync(new() { Id = share.Id });
        Assert.Equal((articles, "1", "**********"), (info.Share.Collection, info.Share.Item, info.Share.Password));

        await app.Anonymous.Shares.AuthenticateShareAsync(new() { Share = share.Id, Password = "wrong" })
            .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        var tokens = await app.Anonymous.Shares.AuthenticateShareAsync(new() { Share = share.Id, Password = "pass" });

        var receiver = app.Client(tokens.Tokens.AccessToken);
        var seen = await receiver.Items.ListItemsAsync(new() { Collection = articles });
        JsonAssert.Same(JsonNode.Parse("""[{"id":1,"title":"shared"}]"""), seen.Items.ToJson());
        await (await receiver.GetAsync($"/items/{articles}/1")).ShouldBeDataAsync("""{"id":1,"title":"shared"}""");
        await receiver.Items.GetItemAsync(new() { Collection = articles, Key = "2" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await receiver.Items.UpdateItemAsync(new() { Collection = articles, Key = "1", Data = Structs.Of(new { title = "mine" }) })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await receiver.Shares.GetShareAsync(new() { Id = share.Id }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_deleted_share_admits_no_one(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{articles}", new { title = "shared" });
        var role = await app.CreateRoleAsync(May.Read(articles));
        var share = await app.CreateAsync("/shares", new { collection = articles, item = "1", role });
        var tokens = await app.Anonymous.Shares.AuthenticateShareAsync(new() { Share = share });
        var receiver = app.Client(tokens.Tokens.AccessToken);
        await (await receiver.GetAsync($"/items/{articles}/1?fields=title")).ShouldBeDataAsync("""{"title":"shared"}""");

        await app.Admin.Shares.DeleteShareAsync(new() { Id = share });

        await app.Anonymous.Shares.GetShareInfoAsync(new() { Id = share }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await app.Anonymous.Shares.AuthenticateShareAsync(new() { Share = share }).ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = tokens.Tokens.RefreshToken })
            .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        Assert.NotEqual(200, (int)(await receiver.GetAsync($"/items/{articles}/1")).StatusCode);
    }
}

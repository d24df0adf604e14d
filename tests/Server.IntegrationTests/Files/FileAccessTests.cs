using Directus.Grpc.Files.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>A content is for those who may read the row of its file, over REST and gRPC.</summary>
public sealed class FileAccessTests
{
    [Theory, EachDatabase]
    public async Task The_row_decides_on_the_content(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (open, closed) = (await app.Admin.UploadAsync(Upload.Bytes("open"), "open.txt"),
            await app.Admin.UploadAsync(Upload.Bytes("closed"), "closed.txt"));
        var reader = await app.SignInAsync(May.Read("directus_files", "title").Where(new { id = new { _eq = open } }));
        var none = await app.SignInAsync();

        Assert.Equal("open", await reader.ContentAsync(open));
        Assert.Equal(4, (await reader.DownloadOverGrpcAsync(open)).Content.Length);
        Assert.Equal(4, (await reader.DownloadAssetAsync(open)).Content.Length);
        foreach (var (client, id) in new[] { (reader, closed), (none, open), (app.Anonymous, open), (app.Admin, Guid.NewGuid().ToString()),
            (app.Admin, "nonsense"), (app.Admin, "") })
        {
            if (id.Length > 0) await (await client.GetAsync($"/assets/{id}")).ShouldBeErrorAsync(403, "FORBIDDEN");
            if (id.Length > 0) await (await client.GetAsync($"/assets/{id}/x.txt?download")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await RefusedAsync(() => client.DownloadOverGrpcAsync(id));
            await RefusedAsync(() => client.DownloadAssetAsync(id));
        }
    }

    [Theory, EachDatabase]
    public async Task A_transformed_picture_needs_the_same_right(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Painting.TwoHalves(60, 40), "p.png", "image/png");
        Assert.True((await app.Admin.GetAsync($"/assets/{id}?width=10")).IsSuccessStatusCode);

        await (await app.Anonymous.GetAsync($"/assets/{id}?width=10")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await RefusedAsync(() => app.Anonymous.DownloadAssetAsync(id, new Transformation { Width = 10 }));
    }

    [Theory, EachDatabase]
    public async Task What_is_on_the_public_pages_is_for_everybody(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var app = storage.App;
        var id = await app.Admin.UploadAsync(Upload.Bytes("logo"));
        foreach (var field in new[] { "project_logo", "public_foreground", "public_background", "public_favicon" })
        {
            await (await app.Admin.PatchAsync("/settings", new Dictionary<string, string?> { [field] = id })).DataAsync();
            Assert.Equal("logo", await app.Anonymous.ContentAsync(id));
            Assert.Equal(4, (await app.Anonymous.DownloadAssetAsync(id)).Content.Length);
            await (await app.Anonymous.GetAsync($"/files/{id}")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await app.Admin.PatchAsync("/settings", new Dictionary<string, string?> { [field] = null })).DataAsync();
            Assert.Null(await app.Anonymous.ContentAsync(id));
        }
    }

    private static async Task RefusedAsync(Func<Task> call) =>
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
}

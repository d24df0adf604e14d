using Directus.Grpc.Server.IntegrationTests.Files;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Shares;

/// <summary>The files of a shared item are in reach of its receivers, with their contents; no others are.</summary>
public sealed class SharedFileTests
{
    [Theory, EachDatabase]
    public async Task The_files_of_a_shared_item_come_with_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var album = await AlbumAsync(app);
        var role = await app.CreateRoleAsync(May.Read(album.Items), May.Read(album.Junction), May.Read("directus_files", "id", "title", "type"));
        var guest = await ShareAsync(app, album, role);

        foreach (var (id, content) in new[] { (album.Cover, "cover"), (album.Page, "page") })
        {
            await (await guest.GetAsync($"/files/{id}?fields=id")).ShouldBeDataAsync($$"""{"id":"{{id}}"}""");
            Assert.Equal(content, await guest.ContentAsync(id));
            Assert.Equal(id, (await guest.Files.GetFileAsync(new() { Id = id, Query = new() { Fields = { "id", "title" } } })).File.Id);
            Assert.Equal(content.Length, (await guest.DownloadOverGrpcAsync(id)).Content.Length);
            Assert.Equal(content.Length, (await guest.DownloadAssetAsync(id)).Content.Length);
        }

        foreach (var id in new[] { album.OtherCover, album.OtherPage, album.Loose })
        {
            await (await guest.GetAsync($"/files/{id}")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await guest.GetAsync($"/assets/{id}")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await guest.Files.GetFileAsync(new() { Id = id }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
            await RefusedAsync(() => guest.DownloadOverGrpcAsync(id));
            await RefusedAsync(() => guest.DownloadAssetAsync(id));
        }

        Assert.Equal(2, (await guest.Files.ListFilesAsync(new() { Query = new() { Fields = { "id" } } })).Files.Count);
        await (await guest.SendAsync(Upload.Form([1]))).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await guest.SendAsync(Upload.Form([1]), $"/files/{album.Cover}", HttpMethod.Patch)).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_file_ends_with_the_way_to_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var album = await AlbumAsync(app);
        var files = May.Read("directus_files");
        var closedField = await ShareAsync(app, album, await app.CreateRoleAsync(May.Read(album.Items, "id", "title"), files));
        var closedFiles = await ShareAsync(app, album, await app.CreateRoleAsync(May.Read(album.Items), May.Read(album.Junction)));
        var open = await ShareAsync(app, album, await app.CreateRoleAsync(May.Read(album.Items), May.Read(album.Junction), files));

        Assert.Null(await closedField.ContentAsync(album.Cover));
        Assert.Null(await closedFiles.ContentAsync(album.Cover));
        Assert.Equal("cover", await open.ContentAsync(album.Cover));

        await app.Admin.PatchAsync($"/items/{album.Items}/1", new { cover = (string?)null });
        Assert.Null(await open.ContentAsync(album.Cover));
        Assert.Equal("page", await open.ContentAsync(album.Page));
    }

    [Theory, EachDatabase]
    public async Task A_share_shows_no_file_that_its_creator_may_not_see(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var album = await AlbumAsync(app);
        var role = await app.CreateRoleAsync(May.Read(album.Items), May.Read(album.Junction), May.Read("directus_files"));
        var creator = await app.SignInAsync(May.Read(album.Items), May.Share(album.Items), May.Create("directus_shares"), May.Read("directus_shares"),
            May.Read("directus_files").Where(new { id = new { _neq = album.Cover } }), May.Read(album.Junction));

        var guest = await ShareAsync(app, album, role, creator);

        Assert.Null(await guest.ContentAsync(album.Cover));
        Assert.Equal("page", await guest.ContentAsync(album.Page));
    }

    private static async Task<TestClient> ShareAsync(TestApp app, Album album, string role, TestClient? creator = null)
    {
        var share = (await (await (creator ?? app.Admin).PostAsync("/shares", new { collection = album.Items, item = "1", role }))
            .DataAsync())!["id"]!.ToString();
        return app.Client((await app.Anonymous.Shares.AuthenticateShareAsync(new() { Share = share })).Tokens.AccessToken);
    }

    private static async Task<Album> AlbumAsync(TestApp app)
    {
        var mark = TestApp.Mark();
        var (items, junction) = ($"albums_{mark}", $"albums_files_{mark}");
        object Key(string type) =>
            new { field = "id", type, meta = new { hidden = true }, schema = new { is_primary_key = true, has_auto_increment = true } };
        object Plain(string field, string type) => new { field, type, meta = new { }, schema = new { } };
        await app.CreateCollectionAsync(items, [Key("integer"), Plain("title", "string"), Plain("cover", "uuid"),
            new { field = "pages", type = "alias", meta = new { special = new[] { "files" } }, schema = (object?)null }]);
        await app.CreateCollectionAsync(junction, [Key("integer"), Plain("album", "integer"), Plain("file", "uuid")]);
        await RelateAsync(app, new { collection = items, field = "cover", related_collection = "directus_files", meta = new { } });
        await RelateAsync(app,
            new { collection = junction, field = "album", related_collection = items, meta = new { one_field = "pages", junction_field = "file" } });
        await RelateAsync(app,
            new { collection = junction, field = "file", related_collection = "directus_files", meta = new { junction_field = "album" } });

        var album = new Album(items, junction, await UploadAsync("cover"), await UploadAsync("page"), await UploadAsync("other cover"),
            await UploadAsync("other page"), await UploadAsync("loose"));
        await app.CreateAsync($"/items/{items}", new { title = "shared", cover = album.Cover, pages = new[] { new { file = album.Page } } });
        await app.CreateAsync($"/items/{items}",
            new { title = "another", cover = album.OtherCover, pages = new[] { new { file = album.OtherPage } } });
        return album;

        Task<string> UploadAsync(string text) => app.Admin.UploadAsync(Upload.Bytes(text), $"{text}.txt");
    }

    private static async Task RelateAsync(TestApp app, object relation) => await (await app.Admin.PostAsync("/relations", relation)).DataAsync();

    private static async Task RefusedAsync(Func<Task> call) =>
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);

    private sealed record Album(string Items, string Junction, string Cover, string Page, string OtherCover, string OtherPage, string Loose);
}

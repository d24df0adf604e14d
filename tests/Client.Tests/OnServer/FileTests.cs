using System.Security.Cryptography;
using Directus.Grpc.TestKit;
using File = Directus.Grpc.Files.V1.File;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class FileTests
{
    [Theory, EachDatabase]
    public async Task File_goes_up_and_comes_back(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var content = RandomNumberGenerator.GetBytes(200_001);

        var file = await app.Admin.Files.UploadAsync(new MemoryStream(content), "my_data.bin", "application/octet-stream", new File { Description = "random" });
        var target = new MemoryStream();
        var header = await app.Admin.Files.DownloadAsync(file.Id, target);
        var part = new MemoryStream();
        await app.Admin.Files.DownloadAsync(file.Id, part, offset: 100, length: 50);

        Assert.Equal(("My Data", 200_001L, "random"), (file.Title, file.Filesize, file.Description));
        Assert.Equal(("my_data.bin", "application/octet-stream", 200_001L), (header.FilenameDownload, header.Type, header.Size));
        Assert.Equal(content, target.ToArray());
        Assert.Equal(content[100..150], part.ToArray());
    }

    [Theory, EachDatabase]
    public async Task File_is_listed_changed_replaced_and_deleted(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var files = app.Admin.Files;
        var title = $"t {Guid.NewGuid():N}";
        var file = await files.UploadAsync(new MemoryStream("first"u8.ToArray()), "a.txt", "text/plain", new File { Title = title });

        Assert.Equal(file.Id, Assert.Single(await files.ListAsync(Filter.Field("title").Eq(title))).Id);
        Assert.Equal("x", (await files.UpdateAsync(file.Id, new File { Description = "x" }, clear: ["title"])).Description);
        Assert.False((await files.GetAsync(file.Id)).HasTitle);
        Assert.Equal(6, (await files.ReplaceAsync(file.Id, new MemoryStream("second"u8.ToArray()), "b.txt", "text/plain")).Filesize);
        var target = new MemoryStream();
        await files.DownloadAssetAsync(file.Id, target);
        Assert.Equal("second"u8.ToArray(), target.ToArray());

        await files.DeleteAsync([file.Id]);
        Assert.Equal("FORBIDDEN", (await Assert.ThrowsAsync<DirectusException>(() => files.GetAsync(file.Id))).Code);
        var stranger = app.Connect();
        var refusal = await Assert.ThrowsAsync<DirectusException>(() => stranger.Files.UploadAsync(new MemoryStream(new byte[1_000_000]), "a.txt", "text/plain"));
        Assert.Equal("FORBIDDEN", refusal.Code);
    }
}

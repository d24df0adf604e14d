using System.Security.Cryptography;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class FileTests
{
    [Theory, EachDatabase]
    public async Task File_goes_up_and_comes_back(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var content = RandomNumberGenerator.GetBytes(200_001);

        var described = new DirectusFile { Description = "random", Tags = ["a", "b"] };
        var file = await app.Admin.Files.UploadAsync(new MemoryStream(content), "my_data.bin", "application/octet-stream", described);
        var target = new MemoryStream();
        var header = await app.Admin.Files.DownloadAsync(file.Id, target);
        var part = new MemoryStream();
        await app.Admin.Files.DownloadAsync(file.Id, part, offset: 100, length: 50);

        Assert.Equal(("My Data", 200_001L, "random"), (file.Title, file.Filesize, file.Description));
        Assert.Equal(["a", "b"], file.Tags);
        Assert.Equal(("my_data.bin", "application/octet-stream", 200_001L), (header.Name, header.Type, header.Size));
        Assert.Equal(content, target.ToArray());
        Assert.Equal(content[100..150], part.ToArray());
    }

    [Theory, EachDatabase]
    public async Task File_is_listed_changed_replaced_and_deleted(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var files = app.Admin.Files;
        var title = $"t {Guid.NewGuid():N}";
        var file = await files.UploadAsync(new MemoryStream("first"u8.ToArray()), "a.txt", "text/plain", new DirectusFile { Title = title });

        Assert.Equal(file.Id, Assert.Single(await files.ListAsync(Filter.Field("title").Eq(title))).Id);
        Assert.Equal("x", (await files.UpdateAsync(file.Id, new DirectusFile { Description = "x" }, clear: ["title"])).Description);
        Assert.Null((await files.GetAsync(file.Id)).Title);
        var replaced = await files.ReplaceAsync(file.Id, new MemoryStream("second"u8.ToArray()), "b.txt", "text/plain");
        Assert.Equal(6, replaced.Filesize);
        var target = new MemoryStream();
        await files.DownloadAssetAsync(file.Id, target);
        Assert.Equal("second"u8.ToArray(), target.ToArray());

        await files.DeleteAsync([file.Id]);
        Assert.Equal("FORBIDDEN", (await Assert.ThrowsAsync<DirectusException>(() => files.GetAsync(file.Id))).Code);
        var stranger = app.Connect();
        var upload = () => stranger.Files.UploadAsync(new MemoryStream(new byte[1_000_000]), "a.txt", "text/plain");
        var refusal = await Assert.ThrowsAsync<DirectusException>(upload);
        Assert.Equal("FORBIDDEN", refusal.Code);
    }

    [Theory, EachDatabase]
    public async Task Picture_is_made_in_the_size_and_format_that_is_asked_for(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var file = await app.Admin.Files.UploadAsync(new MemoryStream(Pixel), "pixel.png", "image/png");
        var wanted = new Transformation { Width = 3, Height = 2, Fit = Fit.Cover, Format = ImageFormat.Webp };

        var target = new MemoryStream();
        var made = await app.Admin.Files.DownloadAssetAsync(file.Id, target, wanted);

        Assert.Equal(("image/webp", target.Length), (made.Type, made.Size));
        Assert.Equal((1, 1), (file.Width, file.Height));
    }

    // One black pixel.
    private static byte[] Pixel => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}

using System.Net;
using System.Security.Cryptography;
using Directus.Grpc.TestKit;
using Google.Rpc;
using Grpc.Core;
using Xunit;
using File = Directus.Grpc.Files.V1.File;

namespace Directus.Grpc.Server.IntegrationTests.Files;

public sealed class FileUploadTests
{
    [Theory, EachDatabase]
    public async Task Both_faces_take_a_file_in_and_give_it_back(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        var rest = await app.Admin.UploadAsync(Upload.Bytes("over REST"), "a_note.txt", "text/plain", ("description", "first"));
        var grpc = (await app.Admin.UploadOverGrpcAsync(Upload.Bytes("over gRPC"),
            new File { FilenameDownload = "a_note.txt", Type = "text/plain", Description = "second" }))!;

        foreach (var (id, content, description) in new[] { (rest, "over REST", "first"), (grpc.Id, "over gRPC", "second") })
        {
            var file = (await app.Admin.Files.GetFileAsync(new() { Id = id })).File;
            Assert.Equal(("A Note", "a_note.txt", "text/plain", 9L, description, "local"),
                (file.Title, file.FilenameDownload, file.Type, file.Filesize, file.Description, file.Storage));
            Assert.NotNull(file.UploadedOn);
            Assert.Equal(content, await app.Admin.ContentAsync(id));
            var (header, bytes) = await app.Admin.DownloadOverGrpcAsync(id);
            Assert.Equal((9L, "text/plain", content), (header.Size, header.Type, System.Text.Encoding.UTF8.GetString(bytes)));
            Assert.Equal("REST"u8.Length, (await app.Admin.DownloadOverGrpcAsync(id, 5, 100)).Content.Length);
        }
    }

    [Theory, EachDatabase]
    public async Task A_file_takes_back_what_was_read_of_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Upload.Bytes("text"), "a.txt", "text/plain");
        var read = (await (await app.Admin.GetAsync($"/files/{id}")).DataAsync())!;
        var blind = await app.SignInAsync(May.Update("directus_files"), May.Read("directus_files", "id"));

        read["title"] = "new";
        await (await app.Admin.PatchAsync($"/files/{id}?fields=title", read)).ShouldBeDataAsync("""{"title":"new"}""");
        await (await app.Admin.PatchAsync($"/files/{id}", new { title = "x", filesize = 5 })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await blind.PatchAsync($"/files/{id}", new { filesize = 4 })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/files/{id}?fields=title,filesize")).ShouldBeDataAsync("""{"title":"new","filesize":"4"}""");
    }

    [Theory, EachDatabase]
    public async Task A_content_may_be_larger_than_any_other_body(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var content = RandomNumberGenerator.GetBytes(40_000_000);

        var id = await app.Admin.UploadAsync(content, "large.bin", "application/octet-stream");

        var reply = await app.Admin.GetAsync($"/assets/{id}");
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(await reply.Content.ReadAsByteArrayAsync()));
    }

    [Theory, EachDatabase]
    public async Task Of_a_refused_upload_neither_content_nor_file_stays(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database, ("FILES_MAX_UPLOAD_SIZE", "1kb"),
            ("FILES_MIME_TYPE_ALLOW_LIST", "text/*,image/png"));
        var app = storage.App;
        var writer = await app.SignInAsync(May.Create("directus_files", "title", "type", "storage", "filename_download"), May.Read("directus_files"));
        var large = new byte[5000];

        await (await app.Anonymous.SendAsync(Upload.Form(large))).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await writer.SendAsync(Upload.Form(large))).ShouldBeErrorAsync(413, "CONTENT_TOO_LARGE");
        await (await writer.SendAsync(Upload.Form([1], "x.exe", "application/x-msdownload"))).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await writer.SendAsync(Upload.Form([1], fields: ("description", "not allowed")))).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await writer.SendAsync(Upload.Form([1], fields: ("storage", "elsewhere")))).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.SendAsync(Upload.Form([1], fields: ("filename_disk", "../../x")))).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.SendAsync(Upload.Form([1], fields: ("folder", Guid.NewGuid().ToString()))))
            .ShouldBeErrorAsync(400, "INVALID_FOREIGN_KEY");
        Assert.Equal("CONTENT_TOO_LARGE",
            await ReasonAsync(() => writer.UploadOverGrpcAsync(large, new File { FilenameDownload = "a", Type = "text/plain" })));
        Assert.Equal("FORBIDDEN",
            await ReasonAsync(() => app.Anonymous.UploadOverGrpcAsync([1], new File { FilenameDownload = "a", Type = "text/plain" })));

        Assert.Empty(storage.Stored);
        await (await app.Admin.GetAsync("/files")).ShouldBeDataAsync("[]");
    }

    [Theory, EachDatabase]
    public async Task Of_several_files_all_or_none_are_kept(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var form = Upload.Form(Upload.Bytes("one"), "one.txt");
        form.Add(new StringContent(Guid.NewGuid().ToString()), "folder");
        form.Add(new ByteArrayContent(Upload.Bytes("two")), "file", "two.txt");

        await (await storage.App.Admin.SendAsync(form)).ShouldBeErrorAsync(400, "INVALID_FOREIGN_KEY");

        Assert.Empty(storage.Stored);
        await (await storage.App.Admin.GetAsync("/files")).ShouldBeDataAsync("[]");
    }

    [Theory, EachDatabase]
    public async Task A_form_that_breaks_off_is_refused(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhalf of it";

        foreach (var (type, text) in new[] { ("multipart/form-data; boundary=x", body), ("multipart/form-data", body),
            ("multipart/form-data; boundary=x", "nothing"), ("multipart/form-data; boundary=x", "") })
        {
            var content = new StringContent(text);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            await (await storage.App.Admin.SendAsync(content)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        }

        Assert.Empty(storage.Stored);
    }

    [Theory, EachDatabase]
    public async Task The_key_of_another_file_does_not_reach_its_content(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var admin = storage.App.Admin;
        var id = await admin.UploadAsync(Upload.Bytes("mine"));

        await (await admin.SendAsync(Upload.Form(Upload.Bytes("stolen"), fields: ("id", id)))).ShouldBeErrorAsync(400, "RECORD_NOT_UNIQUE");

        Assert.Equal("mine", await admin.ContentAsync(id));
        Assert.Single(storage.Stored);
    }

    [Theory, EachDatabase]
    public async Task Who_may_upload_and_not_read_is_told_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var writer = await app.SignInAsync(May.Create("directus_files"));

        Assert.Equal(HttpStatusCode.NoContent, (await writer.SendAsync(Upload.Form([1]))).StatusCode);
        Assert.Null(await writer.UploadOverGrpcAsync([1], new File { FilenameDownload = "a.txt", Type = "text/plain" }));
    }

    [Theory, EachDatabase]
    public async Task What_the_sender_says_of_a_content_stands_before_what_is_read_of_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        var told = await (await app.Admin.SendAsync(Upload.Form(Painting.TwoHalves(6, 4), "p.png", "image/png", ("metadata", "{\"a\": 1}"),
            ("tags", "[\"x\"]"), ("width", "9")))).DataAsync();
        var again = await (await app.Admin.SendAsync(Upload.Form(Painting.TwoHalves(8, 4), "p.png", "image/png", ("metadata", "{\"b\": 2}")),
            $"/files/{told!["id"]}", HttpMethod.Patch)).DataAsync();
        var untold = await (await app.Admin.SendAsync(Upload.Form(Painting.TwoHalves(6, 4), "p.png", "image/png"))).DataAsync();

        Assert.Equal("""{"a":1} ["x"] 6""", $"{told!["metadata"]!.ToJsonString()} {told["tags"]!.ToJsonString()} {told["width"]}");
        Assert.Equal("""{"b":2} 8""", $"{again!["metadata"]!.ToJsonString()} {again["width"]}");
        Assert.Equal("{}", untold!["metadata"]!.ToJsonString());
    }

    [Theory, EachDatabase]
    public async Task Uploads_are_accounted_for(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.Admin.UploadAsync(Upload.Bytes("x"));

        var activity = await app.Admin.GetAsync($"/activity?filter[collection][_eq]=directus_files&filter[item][_eq]={id}&fields=action,revisions.collection");
        await activity.ShouldBeDataAsync("""[{"action":"create","revisions":[{"collection":"directus_files"}]}]""");
    }

    private static async Task<string?> ReasonAsync(Func<Task> call) =>
        (await Assert.ThrowsAsync<RpcException>(call)).GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
}

using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;
using File = Directus.Grpc.Files.V1.File;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>Contents live as long as their rows, and no longer.</summary>
public sealed class StoredContentTests
{
    [Theory, EachDatabase]
    public async Task New_content_takes_the_place_of_the_old(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var admin = storage.App.Admin;
        var id = await admin.UploadAsync(Painting.TwoHalves(20, 10), "picture.png", "image/png");
        await admin.GetAsync($"/assets/{id}?width=5");
        Assert.Equal(2, storage.Stored.Length);

        await (await admin.SendAsync(Upload.Form(Upload.Bytes("text"), "new.txt"), $"/files/{id}?fields=title,type,filename_download,width,filesize",
            HttpMethod.Patch))
            .ShouldBeDataAsync("""{"title":"Picture","type":"text/plain","filename_download":"new.txt","width":null,"filesize":"4"}""");
        Assert.Equal("text", await admin.ContentAsync(id));
        Assert.EndsWith(".txt", Assert.Single(storage.Stored), StringComparison.Ordinal);

        var replaced = await admin.UploadOverGrpcAsync(Upload.Bytes("over gRPC"), new File { FilenameDownload = "g.txt", Type = "text/plain" }, id);
        Assert.Equal((id, "g.txt", 9L), (replaced!.Id, replaced.FilenameDownload, replaced.Filesize));
        Assert.Equal("over gRPC", await admin.ContentAsync(id));
        Assert.Single(storage.Stored);
    }

    [Theory, EachDatabase]
    public async Task A_deleted_file_takes_its_content_along_by_every_way(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var admin = storage.App.Admin;
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await admin.UploadAsync(Upload.Bytes($"{i}"), $"file {i}.txt"));

        await (await admin.DeleteAsync($"/files/{ids[0]}")).ShouldBeNoContentAsync();
        await (await admin.DeleteAsync("/files", new { query = new { filter = new { title = new { _eq = "File 1" } } } })).ShouldBeNoContentAsync();
        await admin.Files.DeleteFileAsync(new() { Id = ids[2] });
        await admin.Items.DeleteItemsAsync(new() { Collection = "directus_files", Keys = { ids[3] } });

        Assert.Single(storage.Stored);
        Assert.Equal("4", await admin.ContentAsync(ids[4]));
        await (await admin.GetAsync($"/assets/{ids[3]}")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_deletion_that_fails_leaves_the_content(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var admin = storage.App.Admin;
        var logo = await admin.UploadAsync(Upload.Bytes("logo"));
        var other = await admin.UploadAsync(Upload.Bytes("other"));
        await admin.PatchAsync("/settings", new { project_logo = logo });

        await (await admin.DeleteAsync("/files", new[] { other, logo })).ShouldBeErrorAsync(400, "INVALID_FOREIGN_KEY");

        Assert.Equal(("logo", "other"), (await admin.ContentAsync(logo), await admin.ContentAsync(other)));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_change_a_file_does_not_replace_it(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var app = storage.App;
        var id = await app.Admin.UploadAsync(Upload.Bytes("theirs"), "theirs.txt");
        var user = await app.SignInAsync(May.Read("directus_files"), May.Update("directus_files")
            .Where(new { title = new { _eq = "Mine" } }), May.Create("directus_files"));
        var form = () => Upload.Form(Upload.Bytes("stolen"), fields: ("filename_disk", "../../x"));

        await (await app.Anonymous.SendAsync(form(), $"/files/{id}", HttpMethod.Patch)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await user.SendAsync(form(), $"/files/{id}", HttpMethod.Patch)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await user.SendAsync(Upload.Form([1]), $"/files/{Guid.NewGuid()}", HttpMethod.Patch)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await Assert.ThrowsAsync<RpcException>(() => user.UploadOverGrpcAsync([1], new File { FilenameDownload = "a", Type = "text/plain" }, id));

        Assert.Equal("theirs", await app.Admin.ContentAsync(id));
        Assert.Single(storage.Stored);
    }

    [Theory, EachDatabase]
    public async Task Where_a_content_is_the_server_alone_says(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var app = storage.App;
        var user = await app.SignInAsync(May.Read("directus_files"), May.Update("directus_files"), May.Create("directus_files"));
        var id = await app.Admin.UploadAsync(Upload.Bytes("mine"));
        var other = (string)(await (await app.Admin.GetAsync($"/files/{await app.Admin.UploadAsync(Upload.Bytes("theirs"))}"))
            .DataAsync())!["filename_disk"]!;

        foreach (var client in new[] { user, app.Admin })
        {
            foreach (var name in new[] { other, ".", "..", "", "/etc/passwd", "../x" })
                await (await client.PatchAsync($"/files/{id}", new { filename_disk = name })).ShouldBeErrorAsync(403, "FORBIDDEN");
            foreach (var change in new object[] { new { storage = "elsewhere" }, new { filesize = 1 }, new { uploaded_by = (string?)null } })
                await (await client.PatchAsync($"/files/{id}", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
            await client.Files.UpdateFileAsync(new() { Id = id, File = new() { FilenameDisk = other } })
                .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
            await (await client.PostAsync("/files", new { type = "text/plain", filename_download = "x", storage = "local", filename_disk = other }))
                .ShouldBeErrorAsync(403, "FORBIDDEN");
        }

        Assert.Equal("mine", await app.Admin.ContentAsync(id));
    }

    [Theory, EachDatabase]
    public async Task A_row_that_names_a_path_leads_to_no_content(TestDatabase database)
    {
        await using var storage = await StorageApp.StartAsync(database);
        var id = await storage.App.Admin.UploadAsync(Upload.Bytes("mine"));
        foreach (var name in new[] { "../../etc/hostname", "/etc/hostname", ".", "", "a/b" })
        {
            await using (var connection = storage.Server.Database.Connect())
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = $"update directus_files set filename_disk = '{name}'";
                await command.ExecuteNonQueryAsync();
            }

            await (await storage.App.Admin.GetAsync($"/assets/{id}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        }

        Assert.Equal("pong", await (await storage.App.Anonymous.GetAsync("/server/ping")).Content.ReadAsStringAsync());
    }
}

using System.Text;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>Several files as one archive, over REST and gRPC.</summary>
public sealed class ZipTests
{
    [Theory, EachDatabase]
    public async Task Files_come_in_one_archive_each_by_a_name_of_its_own(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (one, two) = (await app.Admin.UploadAsync(Upload.Bytes("one"), "note.txt"), await app.Admin.UploadAsync(Upload.Bytes("two"), "note.txt"));
        var nameless = await app.Admin.UploadAsync(Upload.Bytes("three"));
        await (await app.Admin.PatchAsync($"/files/{nameless}", new { filename_download = ".." })).DataAsync();
        var elsewhere = await app.Admin.UploadAsync([]);
        await (await app.Admin.PatchAsync($"/files/{elsewhere}", new { filename_download = "../../ü.txt" })).DataAsync();

        var held = await app.Admin.FilesAsync(one, two, two, nameless, elsewhere, Guid.NewGuid().ToString());

        Assert.Equal(new() { ["note.txt"] = "one", ["note.txt (1)"] = "two", [$"{nameless}.txt"] = "three", ["....ü.txt"] = "" }, held);
    }

    [Theory, EachDatabase]
    public async Task A_folder_comes_with_all_that_is_in_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var top = await FolderAsync(app, "top");
        var (within, twin) = (await FolderAsync(app, "in", top), await FolderAsync(app, "in", top));
        await FolderAsync(app, "empty", top);
        await app.Admin.UploadAsync(Upload.Bytes("1"), "a.txt", fields: ("folder", top));
        await app.Admin.UploadAsync(Upload.Bytes("2"), "a.txt", fields: ("folder", within));
        await app.Admin.UploadAsync(Upload.Bytes("2"), "a.txt", fields: ("folder", twin));
        // A folder may lie in itself.
        await (await app.Admin.PatchAsync($"/folders/{top}", new { parent = twin })).DataAsync();

        var held = await app.Admin.FolderAsync(top);

        Assert.Equal(["top/", "top/a.txt", "top/empty/", "top/in (1)/", "top/in (1)/a.txt", "top/in/", "top/in/a.txt"],
            held.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("1", "2", "2"), (held["top/a.txt"], held["top/in/a.txt"], held["top/in (1)/a.txt"]));
    }

    [Theory, EachDatabase]
    public async Task Only_what_the_caller_may_read_is_in_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var top = await FolderAsync(app, "top");
        var (open, closed) = (await FolderAsync(app, "open", top), await FolderAsync(app, "closed", top));
        var behind = await FolderAsync(app, "behind", closed);
        var mine = await app.Admin.UploadAsync(Upload.Bytes("mine"), "mine.txt", fields: [("folder", open), ("title", "mine")]);
        var other = await app.Admin.UploadAsync(Upload.Bytes("other"), "other.txt", fields: [("folder", open), ("title", "other")]);
        var hidden = await app.Admin.UploadAsync(Upload.Bytes("hidden"), "hidden.txt", fields: [("folder", behind), ("title", "mine")]);
        var reader = await app.SignInAsync(May.Read("directus_files").Where(new { title = new { _eq = "mine" } }),
            May.Read("directus_folders").Where(new { id = new { _neq = closed } }));

        Assert.Equal(["mine.txt", "hidden.txt"], (await reader.FilesAsync(other, mine, hidden)).Keys);
        Assert.Equal(["top/", "top/open/", "top/open/mine.txt"], (await reader.FolderAsync(top)).Keys.Order(StringComparer.Ordinal));
        await reader.ShouldRefuseFilesAsync(400, "INVALID_PAYLOAD", other);
        await reader.ShouldRefuseFolderAsync(403, "FORBIDDEN", closed);
        await reader.ShouldRefuseFolderAsync(403, "FORBIDDEN", Guid.NewGuid().ToString());
    }

    [Theory, EachDatabase]
    public async Task A_name_that_the_caller_may_not_read_is_not_told(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var folder = await FolderAsync(app, "secret");
        var (shown, named) = (await app.Admin.UploadAsync(Upload.Bytes("1"), "secret.txt", fields: ("folder", folder)),
            await app.Admin.UploadAsync(Upload.Bytes("2"), "open.txt", fields: ("folder", folder)));
        var reader = await app.SignInAsync(May.Read("directus_files", "id", "folder"),
            May.Read("directus_files", "filename_download").Where(new { id = new { _eq = named } }), May.Read("directus_folders", "id", "parent"));
        var blind = await app.SignInAsync(May.Read("directus_files", "id"), May.Read("directus_folders"));

        Assert.Equal([$"{shown}.txt", "open.txt"], (await reader.FilesAsync(shown, named)).Keys);
        var held = await reader.FolderAsync(folder);
        Assert.Equal((3, "", "1", "2"), (held.Count, held[$"{folder}/"], held[$"{folder}/{shown}.txt"], held[$"{folder}/open.txt"]));
        Assert.Equal([$"{shown}.txt"], (await blind.FilesAsync(shown)).Keys);
        await blind.ShouldRefuseFolderAsync(403, "FORBIDDEN", folder);
    }

    [Theory, EachDatabase]
    public async Task An_archive_of_nothing_and_for_nobody_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (file, empty) = (await app.Admin.UploadAsync(Upload.Bytes("1")), await FolderAsync(app, "empty"));
        var none = await app.SignInAsync(May.Read("directus_folders"));

        await app.Admin.ShouldRefuseFilesAsync(400, "INVALID_PAYLOAD");
        await app.Admin.ShouldRefuseFilesAsync(400, "INVALID_PAYLOAD", file, "nonsense");
        await app.Admin.ShouldRefuseFilesAsync(400, "INVALID_PAYLOAD", Guid.NewGuid().ToString());
        await app.Admin.ShouldRefuseFolderAsync(400, "INVALID_PAYLOAD", empty);
        await app.Admin.ShouldRefuseFolderAsync(400, "INVALID_PAYLOAD", "nonsense");
        foreach (var client in new[] { app.Anonymous, none })
        {
            await client.ShouldRefuseFilesAsync(403, "FORBIDDEN", file);
            await client.ShouldRefuseFolderAsync(403, "FORBIDDEN", empty);
        }

        var notKeys = new object?[] { 1, null };
        foreach (var body in new object[] { new { }, new { ids = (string?)null }, new { ids = file }, new { ids = notKeys }, new[] { file } })
            await (await app.Admin.PostAsync("/assets/files", body)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
    }

    [Theory, EachDatabase]
    public async Task More_files_than_a_read_answers_and_larger_ones_than_a_piece_come_whole(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string> { ["QUERY_LIMIT_MAX"] = "2" });
        await using var app = await TestApp.OnAsync(server);
        var folder = await FolderAsync(app, "many");
        var content = new string('x', 200_000) + Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 50_000))));
        for (var i = 0; i < 5; i++) await app.Admin.UploadAsync(Upload.Bytes($"{i}{content}"), $"{i}.txt", fields: ("folder", folder));

        var held = await app.Admin.FolderAsync(folder);

        Assert.Equal(6, held.Count);
        for (var i = 0; i < 5; i++) Assert.Equal($"{i}{content}", held[$"many/{i}.txt"]);
    }

    private static Task<string> FolderAsync(TestApp app, string name, string? parent = null) =>
        app.CreateAsync("/folders", new { name, parent });
}

using Directus.Grpc.TestKit;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>Imports reach the addresses that they may, and nobody learns of the others whether anything is there.</summary>
public sealed class ImportTests
{
    [Theory, EachDatabase]
    public async Task A_file_is_fetched_from_another_server(TestDatabase database)
    {
        using var other = new OtherServer();
        await using var storage = await StorageApp.StartAsync(database, ("IMPORT_IP_DENY_LIST", "169.254.169.254"), ("IMPORT_MAX_REDIRECTS", "2"));
        var admin = storage.App.Admin;
        var url = $"http://127.0.0.1:{other.Port}";

        await (await admin.PostAsync("/files/import?fields=title,type,filename_download,filesize,description",
            new { url = $"{url}/my_report.txt?x=y", data = new { description = "theirs" } }))
            .ShouldBeDataAsync("""{"title":"My Report","type":"text/plain","filename_download":"my_report.txt","filesize":"8","description":"theirs"}""");
        var imported = (await admin.Files.ImportFileAsync(new()
        {
            Url = $"{url}/to?{Uri.EscapeDataString("/another.txt")}",
            Data = new() { Title = "Other" }
        })).File;
        Assert.Equal(("Other", "another.txt"), (imported.Title, imported.FilenameDownload));
        Assert.Equal("imported", await admin.ContentAsync(imported.Id));

        var twice = $"/to?{Uri.EscapeDataString($"/to?{Uri.EscapeDataString("/to?/x")}")}";
        foreach (var path in new[] { "/missing", "/broken", twice, $"/to?{Uri.EscapeDataString("file:///etc/hostname")}",
            $"/to?{Uri.EscapeDataString("http://169.254.169.254/")}", $"/to?{Uri.EscapeDataString("http://[::ffff:169.254.169.254]/")}" })
            Assert.True((int)(await admin.PostAsync("/files/import", new { url = url + path })).StatusCode is 503 or 400, path);
        Assert.Equal(2, storage.Stored.Length);
    }

    // Guards against CVE-2022-23080, CVE-2023-26492, CVE-2024-39699, CVE-2024-46990, CVE-2026-35409 and CVE-2026-61835.
    [Theory, EachDatabase]
    public async Task No_form_of_an_address_leads_into_the_own_network(TestDatabase database)
    {
        using var other = new OtherServer();
        await using var app = await TestApp.StartAsync(database);
        var port = other.Port;
        string[] hosts = ["127.0.0.1", "127.0.0.2", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "[::]", "[::1]",
            "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]",
            "[::127.0.0.1]", "[2002:7f00:1::]", "169.254.169.254", "[fd00::1]", "[fe80::1]", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1",
                "localhost", "localhost.", "example.com@127.0.0.1", "127.0.0.1#example.com"];

        foreach (var host in hosts)
        {
            var url = host.Contains('#', StringComparison.Ordinal) ? $"http://{host}" : $"http://{host}:{port}/x.png";
            await (await app.Admin.PostAsync("/files/import", new { url })).ShouldBeErrorAsync(503, "SERVICE_UNAVAILABLE");
            var refusal = await Assert.ThrowsAsync<RpcException>(async () => await app.Admin.Files.ImportFileAsync(new() { Url = url }));
            Assert.Equal("SERVICE_UNAVAILABLE", refusal.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        }

        foreach (var url in new[] { "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "javascript:x", "//127.0.0.1/x", "http://",
            "not a url" })
            await (await app.Admin.PostAsync("/files/import", new { url })).ShouldBeErrorAsync(503, "SERVICE_UNAVAILABLE");
        Assert.Equal(0, other.Connections);
    }

    [Theory, EachDatabase]
    public async Task Who_may_create_no_file_asks_no_server(TestDatabase database)
    {
        using var other = new OtherServer();
        await using var storage = await StorageApp.StartAsync(database, ("IMPORT_IP_DENY_LIST", "169.254.169.254"));
        var url = $"http://127.0.0.1:{other.Port}/x";

        foreach (var client in new[] { storage.App.Anonymous, await storage.App.SignInAsync(May.Read("directus_files")) })
        {
            await (await client.PostAsync("/files/import", new { url })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await client.Files.ImportFileAsync(new() { Url = url }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }

        Assert.Equal(0, other.Connections);
        Assert.Empty(storage.Stored);
    }
}

using System.IO.Compression;
using Directus.Grpc.Files.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>Archives that tests ask for, over REST and gRPC.</summary>
internal static class Zipped
{
    /// <summary>What an archive of these files holds; the same on both faces.</summary>
    public static async Task<Dictionary<string, string>> FilesAsync(this TestClient client, params string[] ids)
    {
        using var call = client.Assets.ZipFiles(new() { Ids = { ids } });
        var parts = await call.ResponseStream.ReadAllAsync().ToListAsync();
        var held = await HeldAsync([.. parts.Skip(1).SelectMany(part => part.Data)]);
        Assert.Matches(@"^files-\d{8}-\d{6}\.zip$", parts[0].Header.Name);
        Assert.Equal(held, await HeldAsync(await client.PostAsync("/assets/files", new { ids })));
        return held;
    }

    /// <summary>What an archive of this folder holds; the same on both faces.</summary>
    public static async Task<Dictionary<string, string>> FolderAsync(this TestClient client, string id)
    {
        using var call = client.Assets.ZipFolder(new() { Id = id });
        var parts = await call.ResponseStream.ReadAllAsync().ToListAsync();
        var held = await HeldAsync([.. parts.Skip(1).SelectMany(part => part.Data)]);
        Assert.Matches(@"^folder-.+-\d{8}-\d{6}\.zip$", parts[0].Header.Name);
        Assert.Equal(held, await HeldAsync(await client.PostAsync($"/assets/folder/{id}", null)));
        return held;
    }

    public static async Task ShouldRefuseFilesAsync(this TestClient client, int status, string code, params string[] ids)
    {
        await (await client.PostAsync("/assets/files", new { ids })).ShouldBeErrorAsync(status, code);
        using var call = client.Assets.ZipFiles(new() { Ids = { ids } });
        await ShouldFailAsync(call.ResponseStream, status);
    }

    public static async Task ShouldRefuseFolderAsync(this TestClient client, int status, string code, string id)
    {
        await (await client.PostAsync($"/assets/folder/{id}", null)).ShouldBeErrorAsync(status, code);
        using var call = client.Assets.ZipFolder(new() { Id = id });
        await ShouldFailAsync(call.ResponseStream, status);
    }

    private static async Task ShouldFailAsync<T>(IAsyncStreamReader<T> messages, int status) =>
        Assert.Equal(status == 403 ? StatusCode.PermissionDenied : StatusCode.InvalidArgument,
            (await Assert.ThrowsAsync<RpcException>(() => messages.MoveNext(CancellationToken.None))).StatusCode);

    private static async Task<Dictionary<string, string>> HeldAsync(HttpResponseMessage reply)
    {
        Assert.Equal((200, "application/zip", "attachment"),
            ((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType, reply.Content.Headers.ContentDisposition?.DispositionType));
        return await HeldAsync(await reply.Content.ReadAsByteArrayAsync());
    }

    private static async Task<Dictionary<string, string>> HeldAsync(byte[] zip)
    {
        await using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        var held = new Dictionary<string, string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            held.Add(entry.FullName, await reader.ReadToEndAsync());
        }

        return held;
    }
}

using System.Net.Http.Headers;
using System.Text;
using Directus.Grpc.Files.V1;
using Directus.Grpc.TestKit;
using Google.Protobuf;
using Grpc.Core;
using File = Directus.Grpc.Files.V1.File;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>Contents that tests send and get back.</summary>
internal static class Upload
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A form with fields, then a file.</summary>
    public static MultipartFormDataContent Form(byte[] content, string name = "note.txt", string type = "text/plain",
        params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "file", name);
        return form;
    }

    public static Task<HttpResponseMessage> SendAsync(this TestClient client, HttpContent form, string path = "/files", HttpMethod? method = null) =>
        client.SendAsync(new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = form });

    /// <summary>Uploads over REST and answers the key.</summary>
    public static async Task<string> UploadAsync(this TestClient client, byte[] content, string name = "note.txt", string type = "text/plain",
        params (string Name, string Value)[] fields) =>
        (await (await client.SendAsync(Form(content, name, type, fields))).DataAsync())!["id"]!.ToString();

    /// <summary>Uploads over gRPC, in pieces of a few bytes.</summary>
    public static async Task<File?> UploadOverGrpcAsync(this TestClient client, byte[] content, File file, string replaces = "")
    {
        using var call = client.Files.UploadFile();
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { File = file, Replaces = replaces } });
            foreach (var piece in content.Chunk(7)) await call.RequestStream.WriteAsync(new() { Data = ByteString.CopyFrom(piece) });
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // A refusal may come before the end; the call tells it.
        }

        return (await call).File;
    }

    public static async Task<(DownloadFileHeader Header, byte[] Content)> DownloadOverGrpcAsync(this TestClient client, string id, long offset = 0,
        long length = 0)
    {
        using var call = client.Files.DownloadFile(new() { Id = id, Offset = offset, Length = length });
        var parts = await call.ResponseStream.ReadAllAsync().ToListAsync();
        return (parts[0].Header, [.. parts.Skip(1).SelectMany(part => part.Data)]);
    }

    public static async Task<(DownloadAssetHeader Header, byte[] Content)> DownloadAssetAsync(this TestClient client, string id,
        Transformation? transformation = null)
    {
        using var call = client.Assets.DownloadAsset(new() { Id = id, Transformation = transformation });
        var parts = await call.ResponseStream.ReadAllAsync().ToListAsync();
        return (parts[0].Header, [.. parts.Skip(1).SelectMany(part => part.Data)]);
    }

    /// <summary>The content over REST; null when it is refused.</summary>
    public static async Task<string?> ContentAsync(this TestClient client, string id)
    {
        var reply = await client.GetAsync($"/assets/{id}");
        return reply.IsSuccessStatusCode ? await reply.Content.ReadAsStringAsync() : null;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

// Contents on their way in and out. Queries are read first, so that one that makes no sense changes nothing.
internal sealed partial class FilesGrpcService
{
    public override async Task<UploadFileResponse> UploadFile(IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context)
    {
        var content = new UploadMessages(requestStream);
        var header = await content.HeaderAsync(context.CancellationToken);
        var call = CallOf(context, header.Query);
        var files = content.FileAsync(header, context.CancellationToken);
        var keys = header.Replaces.Length > 0
            ? await uploads.ReplaceAsync(call.Caller, header.Replaces, files, context.CancellationToken)
            : await uploads.CreateAsync(call.Caller, files, context.CancellationToken);
        return new UploadFileResponse { File = (await items.WrittenAsync(context, call, keys)).One<Directus.Grpc.Files.V1.File>() };
    }

    public override async Task<ImportFileResponse> ImportFile(ImportFileRequest request, ServerCallContext context)
    {
        var call = CallOf(context, request.Query);
        var (url, fields) = HttpCall.From(context) is { } http ? ImportOf(await http.ReadBodyAsync(context.CancellationToken)) : ImportOf(request);
        var keys = await imports.RunAsync(call.Caller, url, fields, context.CancellationToken);
        return new ImportFileResponse { File = (await items.WrittenAsync(context, call, keys)).One<Directus.Grpc.Files.V1.File>() };
    }

    public override async Task DownloadFile(DownloadFileRequest request, IServerStreamWriter<DownloadFileResponse> responseStream,
        ServerCallContext context)
    {
        await using var asset = await assets.OpenAsync(context.GetCaller(), request.Id, default, "", context.CancellationToken);
        var part = ByteRange.Of(request.Offset, request.Length, asset.Content.Length);
        var header = new DownloadFileHeader { FilenameDownload = asset.Name, Type = asset.Type, Size = asset.Content.Length };
        await responseStream.WriteAsync(new DownloadFileResponse { Header = header }, context.CancellationToken);
        await ContentChunks.SendAsync(asset.Content, part.Start, part.Length, responseStream, piece => new DownloadFileResponse { Data = piece },
            context.CancellationToken);
    }

    private async Task UploadAsync(HttpCall http, ServerCallContext context)
    {
        var call = CallOf(context, null);
        call.Caller.Require(Files, AccessAction.Create);
        var keys = await uploads.CreateAsync(call.Caller, Form(call).ReadAsync(http, context.CancellationToken), context.CancellationToken);
        await items.WrittenAsync(context, call, keys);
    }

    private async Task ReplaceAsync(HttpCall http, string key, ServerCallContext context)
    {
        var call = CallOf(context, null);
        call.Caller.Require(Files, AccessAction.Update);
        ItemConditions.RequireNone(http);
        var keys = await uploads.ReplaceAsync(call.Caller, key, Form(call).ReadAsync(http, context.CancellationToken), context.CancellationToken);
        await items.WrittenAsync(context, call, keys);
    }

    private ItemCall CallOf(ServerCallContext context, Common.V1.Query? query) =>
        new(context.GetCaller(), Files, items.QueryOf(HttpCall.From(context), query));

    private FormFiles Form(ItemCall call) => new(call.Caller.Schema[Files], options.MaxPayload);

    private static (string Url, JsonObject Fields) ImportOf(ImportFileRequest request) => request.Url.Length > 0
        ? (request.Url, UploadMessages.Fields(request.Data))
        : throw DirectusException.InvalidPayload("\"url\" is required");

    private static (string Url, JsonObject Fields) ImportOf(JsonElement body)
    {
        if (body.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            throw DirectusException.InvalidPayload("\"value\" must be of type object");
        if (body.ValueKind == JsonValueKind.Undefined || !body.TryGetProperty("url", out var url))
            throw DirectusException.InvalidPayload("\"url\" is required");
        if (url.ValueKind != JsonValueKind.String || url.GetString()!.Length == 0) throw DirectusException.InvalidPayload("\"url\" must be a string");
        if (!body.TryGetProperty("data", out var data)) return (url.GetString()!, []);
        if (data.ValueKind != JsonValueKind.Object) throw DirectusException.InvalidPayload("\"data\" must be of type object");
        return (url.GetString()!, JsonObject.Create(data)!);
    }
}

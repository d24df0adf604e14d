using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

// Contents on their way in and out. Queries are read first, so that one that makes no sense changes nothing.
internal sealed partial class FilesGrpcService
{
    public override async Task<UploadFileResponse> UploadFile(IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var content = new UploadMessages(requestStream);
        var header = await content.HeaderAsync(context.CancellationToken);
        QueryMessages.Parse(header.Query, limits.Value);
        var files = content.FileAsync(header, context.CancellationToken);
        var keys = header.Replaces.Length > 0
            ? await uploads.ReplaceAsync(caller, header.Replaces, files, context.CancellationToken)
            : await uploads.CreateAsync(caller, files, context.CancellationToken);
        return new UploadFileResponse { File = await TryReadAsync(keys[0], header.Query, context) };
    }

    public override async Task<ImportFileResponse> ImportFile(ImportFileRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        if (HttpCall.From(context) is { } rest)
        {
            var query = rest.Query;
            var (url, data) = ImportOf(await rest.ReadBodyAsync(context.CancellationToken));
            var keys = await imports.RunAsync(caller, url, data, context.CancellationToken);
            await items.AnswerCreatedAsync(rest, caller, SystemCollections.Files, keys, query, context.CancellationToken);
            return new ImportFileResponse();
        }

        QueryMessages.Parse(request.Query, limits.Value);
        if (request.Url.Length == 0) throw DirectusException.InvalidPayload("\"url\" is required");
        var imported = await imports.RunAsync(caller, request.Url, FileMessages.Fields(request.Data), context.CancellationToken);
        return new ImportFileResponse { File = await TryReadAsync(imported[0], request.Query, context) };
    }

    public override async Task DownloadFile(DownloadFileRequest request, IServerStreamWriter<DownloadFileResponse> responseStream, ServerCallContext context)
    {
        await using var asset = await assets.OpenAsync(context.GetCaller(), request.Id, default, "", context.CancellationToken);
        var part = ByteRange.Of(request.Offset, request.Length, asset.Content.Length);
        var header = new DownloadFileHeader { FilenameDownload = asset.Name, Type = asset.Type, Size = asset.Content.Length };
        await responseStream.WriteAsync(new DownloadFileResponse { Header = header }, context.CancellationToken);
        await ContentChunks.SendAsync(asset.Content, part.Start, part.Length, responseStream, piece => new DownloadFileResponse { Data = piece }, context.CancellationToken);
    }

    private async Task CreateWithoutContentAsync(HttpCall rest, ServerCallContext context)
    {
        var (caller, query) = (context.GetCaller(), rest.Query);
        caller.Require(SystemCollections.Files, Query.Model.AccessAction.Create);
        ItemConditions.RequireNone(rest);
        var body = ItemBodies.Items(await rest.ReadBodyAsync(context.CancellationToken));
        if (body.Any(item => !item.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)) throw NoType();
        var keys = await writer.WriteAsync(caller, new ItemWrite.Create(SystemCollections.Files, body), context.CancellationToken);
        await items.AnswerCreatedAsync(rest, caller, SystemCollections.Files, keys, query, context.CancellationToken);
    }

    private static DirectusException NoType() => DirectusException.InvalidPayload("\"type\" is required");

    private async Task UploadAsync(HttpCall rest, ServerCallContext context)
    {
        var (caller, query) = (context.GetCaller(), rest.Query);
        caller.Require(SystemCollections.Files, Query.Model.AccessAction.Create);
        var keys = await uploads.CreateAsync(caller, Form(rest, caller).ReadAsync(rest, context.CancellationToken), context.CancellationToken);
        await items.AnswerCreatedAsync(rest, caller, SystemCollections.Files, keys, query, context.CancellationToken);
    }

    private async Task ReplaceAsync(HttpCall rest, string key, ServerCallContext context)
    {
        var (caller, query) = (context.GetCaller(), rest.Query);
        caller.Require(SystemCollections.Files, Query.Model.AccessAction.Update);
        ItemConditions.RequireNone(rest);
        var keys = await uploads.ReplaceAsync(caller, key, Form(rest, caller).ReadAsync(rest, context.CancellationToken), context.CancellationToken);
        await items.AnswerCreatedAsync(rest, caller, SystemCollections.Files, keys, query, context.CancellationToken);
    }

    private FormFiles Form(HttpCall rest, Caller caller) => new(caller.Schema[SystemCollections.Files], options.MaxPayload);

    private async Task<Directus.Grpc.Files.V1.File?> TryReadAsync(object key, Common.V1.Query? query, ServerCallContext context)
    {
        try
        {
            var get = new GetItemRequest { Collection = SystemCollections.Files, Key = key.ToString(), Query = query, Encoding = Encoding.Json };
            var reply = await items.GetItem(get, context);
            return FileMessages.File(reply.Json);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            // Who may write but not read has done what was asked.
            return null;
        }
    }

    private static (string Url, JsonObject Data) ImportOf(JsonElement body)
    {
        if (body.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined)) throw DirectusException.InvalidPayload("\"value\" must be of type object");
        if (body.ValueKind == JsonValueKind.Undefined || !body.TryGetProperty("url", out var url)) throw DirectusException.InvalidPayload("\"url\" is required");
        if (url.ValueKind != JsonValueKind.String || url.GetString()!.Length == 0) throw DirectusException.InvalidPayload("\"url\" must be a string");
        if (!body.TryGetProperty("data", out var data)) return (url.GetString()!, []);
        return data.ValueKind == JsonValueKind.Object ? (url.GetString()!, JsonObject.Create(data)!) : throw DirectusException.InvalidPayload("\"data\" must be of type object");
    }
}

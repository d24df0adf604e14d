using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Versions.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Versions;

internal sealed partial class VersionsGrpcService
{
    public override async Task<CompareVersionResponse> CompareVersion(CompareVersionRequest request, ServerCallContext context)
    {
        var found = await versions.CompareAsync(context.GetCaller(), request.Id, context.CancellationToken);
        var current = JsonSerializer.SerializeToElement(found.Current);
        if (HttpCall.From(context) is not { } http)
        {
            return new CompareVersionResponse
            {
                Outdated = found.Outdated,
                MainHash = found.MainHash,
                Current = Message(current),
                Main = Message(found.Main),
            };
        }

        http.Data(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("outdated", found.Outdated);
            json.WriteString("mainHash", found.MainHash);
            json.WritePropertyName("current");
            current.WriteTo(json);
            json.WritePropertyName("main");
            found.Main.WriteTo(json);
            json.WriteEndObject();
        });
        return new CompareVersionResponse();
    }

    public override async Task<SaveVersionResponse> SaveVersion(SaveVersionRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var data = http is not null
            ? ItemBodies.Item(await http.ReadBodyAsync(context.CancellationToken))
            : request.Data is null ? JsonElement.Parse("{}") : StructJson.ToJson(request.Data);
        var saved = await versions.SaveAsync(context.GetCaller(), request.Id, data, context.CancellationToken);
        var item = JsonSerializer.SerializeToElement(saved);
        if (http is null) return new SaveVersionResponse { Item = Message(item) };
        http.Data(item.WriteTo);
        return new SaveVersionResponse();
    }

    public override async Task<PromoteVersionResponse> PromoteVersion(PromoteVersionRequest request, ServerCallContext context)
    {
        var (http, hash, fields) = (HttpCall.From(context), request.MainHash.Length > 0 ? request.MainHash : null, FieldsOf(request));
        if (http is not null)
        {
            var body = ItemBodies.Item(await http.ReadBodyAsync(context.CancellationToken));
            (hash, fields) = (PayloadReader.Of(body).Text("mainHash"), FieldsOf(body));
        }

        var item = await versions.PromoteAsync(context.GetCaller(), request.Id, hash, fields, context.CancellationToken);
        http?.Data(json => json.WriteStringValue(item));
        return new PromoteVersionResponse { Item = item };
    }

    private static IReadOnlyCollection<string>? FieldsOf(PromoteVersionRequest request) => request.Fields.Count > 0 ? request.Fields : null;

    private static string[]? FieldsOf(JsonElement body)
    {
        if (!body.TryGetProperty("fields", out var fields) || fields.ValueKind == JsonValueKind.Null) return null;
        if (fields.ValueKind != JsonValueKind.Array || fields.EnumerateArray().Any(field => field.ValueKind != JsonValueKind.String))
            throw DirectusException.InvalidPayload("\"fields\" must be an array of strings");
        return [.. fields.EnumerateArray().Select(field => field.GetString()!)];
    }

    private static Struct Message(JsonElement item) => MessageJson.Read<Struct>(item.GetRawText());
}

using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.ServerInfo.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Project;

// What Directus' app asks of a server beside items.
internal sealed partial class ServerGrpcService
{
    private static readonly string[] OwnerFields = ["project_owner", "project_usage", "org_name", "product_updates"];

    public override async Task<CompleteSetupResponse> CompleteSetup(CompleteSetupRequest request, ServerCallContext context)
    {
        if (HttpCall.From(context) is { } http) await http.ReadBodyAsync(context.CancellationToken);
        throw DirectusException.Forbidden();
    }

    public override async Task<SetOwnerResponse> SetOwner(SetOwnerRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var given = http is null ? MessageJson.Of(request) : await http.ReadBodyAsync(context.CancellationToken);
        if (given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            throw DirectusException.InvalidPayload("\"value\" must be of type object");
        var caller = context.GetCaller();
        caller.Require(SystemCollections.Settings, AccessAction.Update);
        if (OwnerOf(given) is { } owner)
            await writer.WriteAsync(caller, new ItemWrite.UpdateSingleton(SystemCollections.Settings, owner), context.CancellationToken);
        http?.NoContent();
        return new SetOwnerResponse();
    }

    public override Task<ListExtensionsResponse> ListExtensions(ListExtensionsRequest request, ServerCallContext context)
    {
        if (!context.GetCaller().Principal.Admin) throw DirectusException.Forbidden(SystemCollections.Extensions);
        HttpCall.From(context)?.Data(json =>
        {
            json.WriteStartArray();
            json.WriteEndArray();
        });
        return Task.FromResult(new ListExtensionsResponse());
    }

    // Other settings do not come in by this door; null when nothing is to be kept.
    private static JsonElement? OwnerOf(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object || !OwnerFields.Any(name => given.TryGetProperty(name, out _))) return null;
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var name in OwnerFields)
            {
                if (!given.TryGetProperty(name, out var value)) continue;
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(text.WrittenSpan);
    }
}

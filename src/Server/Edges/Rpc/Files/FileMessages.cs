using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using File = Directus.Grpc.Files.V1.File;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

/// <summary>File messages ↔ items of `directus_files`, by way of their JSON.</summary>
internal static class FileMessages
{
    private static readonly JsonParser FromJson = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>The item with the fields that are set.</summary>
    public static Struct Item(File file) => MessageJson.StructOf(file);

    /// <summary>The fields that are set, but for the two that describe the content.</summary>
    public static JsonObject Fields(File? file) => file is null ? [] : JsonObject.Create(MessageJson.Of(file))!;

    /// <summary>The change: the fields that are set, and null for those to clear. The key is not among them.</summary>
    public static Struct Change(File? file, RepeatedField<string> clear)
    {
        var change = file is null ? new Struct() : Item(file);
        change.Fields.Remove("id");
        foreach (var field in clear)
        {
            if (!change.Fields.TryAdd(field, Value.ForNull())) throw DirectusException.InvalidPayload($"\"{field}\" is both set and cleared");
        }

        return change;
    }

    public static File File(ByteString json) => Parse(json.ToStringUtf8());

    public static IEnumerable<File> Files(ByteString json)
    {
        if (json.IsEmpty) return [];
        using var rows = JsonDocument.Parse(json.Memory);
        return [.. rows.RootElement.EnumerateArray().Select(row => Parse(row.GetRawText()))];
    }

    private static File Parse(string row)
    {
        try
        {
            return FromJson.Parse<File>(row);
        }
        catch (InvalidProtocolBufferException cause)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidQuery,
                "This answer is no plain file: ask for related items and aggregates with ItemsService")], cause);
        }
    }
}

using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Shares.V1;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Rpc.Shares;

/// <summary>Share messages ↔ items of `directus_shares`, by way of their JSON.</summary>
internal static class ShareMessages
{
    private static readonly JsonParser FromJson = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>The item with the fields that are set.</summary>
    public static Struct Item(Share share)
    {
        var item = share.Clone();
        foreach (var moment in (Timestamp?[])[item.DateCreated, item.DateStart, item.DateEnd])
        {
            // To the millisecond, as the API prints moments: protobuf's nanoseconds fit into no database.
            if (moment is not null) moment.Nanos -= moment.Nanos % 1_000_000;
        }

        return MessageJson.StructOf(item);
    }

    /// <summary>The change: the fields that are set, and null for those to clear. The key is not among them.</summary>
    public static Struct Change(Share? share, RepeatedField<string> clear)
    {
        var change = share is null ? new Struct() : Item(share);
        change.Fields.Remove("id");
        foreach (var field in clear)
        {
            if (!change.Fields.TryAdd(field, Value.ForNull())) throw DirectusException.InvalidPayload($"\"{field}\" is both set and cleared");
        }

        return change;
    }

    public static Share Share(ByteString json) => Parse(json.ToStringUtf8());

    public static IEnumerable<Share> Shares(ByteString json)
    {
        if (json.IsEmpty) return [];
        using var rows = JsonDocument.Parse(json.Memory);
        return [.. rows.RootElement.EnumerateArray().Select(row => Parse(row.GetRawText()))];
    }

    private static Share Parse(string row)
    {
        try
        {
            return FromJson.Parse<Share>(row);
        }
        catch (InvalidProtocolBufferException cause)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidQuery,
                "This answer is no plain share: ask for related items and aggregates with ItemsService")], cause);
        }
    }
}

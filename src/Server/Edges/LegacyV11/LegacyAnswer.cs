using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.Calls.Payloads;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>What a call of API v1.1 answers.</summary>
/// <param name="Write">Writes the whole body.</param>
/// <param name="Held">What it is written from, to be let go of after.</param>
internal readonly record struct LegacyAnswer(Action<Utf8JsonWriter> Write, IDisposable? Held = null)
{
    public const string ItemType = "item";
    public const string CollectionType = "collection";

    /// <summary>`{"meta": {"table", "type": "item"}, "data": …}`</summary>
    public static LegacyAnswer Item(string table, Action<Utf8JsonWriter> data, IDisposable? held = null) =>
        Data(json => WriteMeta(json, table, ItemType), data, held);

    /// <summary>`{"meta": {"table", "type": "collection"}, "data": […]}`; the callback writes the array.</summary>
    public static LegacyAnswer Collection(string table, Action<Utf8JsonWriter> data, IDisposable? held = null) =>
        Data(json => WriteMeta(json, table, CollectionType), data, held);

    /// <summary>Data under a meta of its own kind; each callback writes a value.</summary>
    public static LegacyAnswer Data(Action<Utf8JsonWriter> meta, Action<Utf8JsonWriter> data, IDisposable? held = null) => new(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("meta"u8);
        meta(json);
        json.WritePropertyName("data"u8);
        data(json);
        json.WriteEndObject();
    }, held);

    /// <summary>`{"data": …}` alone.</summary>
    public static LegacyAnswer Bare(Action<Utf8JsonWriter> data, IDisposable? held = null) => new(json =>
    {
        json.WriteStartObject();
        Property(json, "data"u8, data);
        json.WriteEndObject();
    }, held);

    /// <summary>`{"success": true}`, with `data` where there is some and `meta` before it.</summary>
    public static LegacyAnswer Success(Action<Utf8JsonWriter>? data = null, Action<Utf8JsonWriter>? meta = null) => new(json =>
    {
        json.WriteStartObject();
        if (meta is not null) Property(json, "meta"u8, meta);
        json.WriteBoolean("success"u8, true);
        if (data is not null) Property(json, "data"u8, data);
        json.WriteEndObject();
    });

    /// <summary>`{"success": false, "error": {"message"}}`, where API v1.1 tells so without an error status.</summary>
    public static LegacyAnswer Failure(string message, Action<Utf8JsonWriter>? meta = null) => new(json =>
    {
        json.WriteStartObject();
        if (meta is not null) Property(json, "meta"u8, meta);
        json.WriteBoolean("success"u8, false);
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static void WriteMeta(Utf8JsonWriter json, string table, string? type)
    {
        json.WriteStartObject();
        json.WriteString("table"u8, table);
        if (type is not null) json.WriteString("type"u8, type);
        json.WriteEndObject();
    }

    /// <summary>The same as a message.</summary>
    public Reply ToReply()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (Held)
        using (var json = new Utf8JsonWriter(buffer)) Write(json);
        var told = JsonElement.Parse(buffer.WrittenSpan);
        var reply = new Reply();
        if (told.TryGetProperty("meta", out var meta)) reply.Meta = StructJson.ToValue(meta).StructValue;
        if (told.TryGetProperty("data", out var data)) reply.Data = StructJson.ToValue(data);
        if (told.TryGetProperty("success", out var success)) reply.Success = success.GetBoolean();
        if (told.TryGetProperty("error", out var error)) reply.Error = new Error { Message = error.GetProperty("message").GetString() };
        return reply;
    }

    private static void Property(Utf8JsonWriter json, ReadOnlySpan<byte> name, Action<Utf8JsonWriter> value)
    {
        json.WritePropertyName(name);
        value(json);
    }
}

using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Calls.Payloads;

/// <summary>JSON ↔ google.protobuf.Struct. Both ways are bounded in depth: protobuf's readers give up at a hundred nested
/// messages, and each level of JSON takes three.</summary>
internal static class StructJson
{
    private const int MaxDepth = 32;

    /// <summary>A structured item as JSON; INVALID_PAYLOAD for numbers that JSON cannot tell.</summary>
    public static JsonElement ToJson(Struct value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer)) Write(json, value);
        try
        {
            return JsonText.Parse(buffer.WrittenSpan);
        }
        catch (JsonException error)
        {
            throw DirectusException.InvalidPayload(error.Message.TrimEnd('.'));
        }
    }

    public static void Write(Utf8JsonWriter json, Struct value)
    {
        json.WriteStartObject();
        foreach (var (name, field) in value.Fields)
        {
            json.WritePropertyName(name);
            Write(json, field);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue: json.WriteStringValue(value.StringValue); break;
            case Value.KindOneofCase.NumberValue: WriteNumber(json, value.NumberValue); break;
            case Value.KindOneofCase.BoolValue: json.WriteBooleanValue(value.BoolValue); break;
            case Value.KindOneofCase.StructValue: Write(json, value.StructValue); break;
            case Value.KindOneofCase.ListValue:
                json.WriteStartArray();
                foreach (var element in value.ListValue.Values) Write(json, element);
                json.WriteEndArray();
                break;
            default: json.WriteNullValue(); break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (!double.IsFinite(number)) throw DirectusException.InvalidPayload("A number is not finite");
        // A whole number prints as one: 5, not 5E+0 or 5.0.
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15) json.WriteNumberValue((long)number);
        else json.WriteNumberValue(number);
    }

    /// <summary>A JSON object as a Struct.</summary>
    public static Struct ToStruct(ReadOnlySpan<byte> utf8)
    {
        var reader = Reader(utf8);
        reader.Read();
        return ReadStruct(ref reader);
    }

    /// <summary>A JSON array of objects, or one object, as Structs.</summary>
    public static void ToStructs(ReadOnlySpan<byte> utf8, RepeatedField<Struct> structs)
    {
        var reader = Reader(utf8);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) structs.Add(ReadStruct(ref reader));
        else while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) structs.Add(ReadStruct(ref reader));
    }

    /// <summary>Any JSON as a Value.</summary>
    public static Value ToValue(JsonElement json)
    {
        var reader = Reader(System.Text.Encoding.UTF8.GetBytes(json.GetRawText()));
        reader.Read();
        return ReadValue(ref reader);
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> utf8) => new(utf8, new JsonReaderOptions { MaxDepth = 1000 });

    private static Struct ReadStruct(ref Utf8JsonReader reader)
    {
        var result = new Struct();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            result.Fields[name] = ReadValue(ref reader);
        }

        return result;
    }

    private static Value ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth > MaxDepth)
            throw DirectusException.InvalidQuery("An item is nested too deeply for structured values: ask for ENCODING_JSON");
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return new Value { StringValue = reader.GetString() };
            // Stored JSON may have numbers that no double is.
            case JsonTokenType.Number when reader.GetDouble() is var number && double.IsFinite(number): return new Value { NumberValue = number };
            case JsonTokenType.True or JsonTokenType.False: return new Value { BoolValue = reader.TokenType == JsonTokenType.True };
            case JsonTokenType.StartObject: return new Value { StructValue = ReadStruct(ref reader) };
            case JsonTokenType.StartArray:
                var list = new ListValue();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Values.Add(ReadValue(ref reader));
                return new Value { ListValue = list };
            default: return new Value { NullValue = NullValue.NullValue };
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Google.Protobuf;

namespace Directus.Grpc.Client;

/// <summary>The JSON bytes of a reply → rows.</summary>
internal static class RowReader
{
    /// <summary>All rows; a singleton, which is no array, is one.</summary>
    public static List<T> Many<T>(ByteString json, JsonTypeInfo<T> row)
    {
        var rows = new List<T>();
        if (json.IsEmpty) return rows;

        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) rows.Add(Row(ref reader, row));
        }
        else if (reader.TokenType != JsonTokenType.Null)
        {
            rows.Add(Row(ref reader, row));
        }
        return rows;
    }

    /// <summary>One row; null when the caller may not read what they wrote.</summary>
    public static T? One<T>(ByteString json, JsonTypeInfo<T> row) where T : class =>
        Many(json, row) is [var first, ..] ? first : null;

    private static T Row<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> row) =>
        JsonSerializer.Deserialize(ref reader, row) ?? throw new JsonException("A row is null.");
}

using System.Text.Json;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;

namespace Directus.Grpc.Server.Edges.LegacyV11.Messages;

/// <summary>The messages that answer others, told within them. An answer is told as any message, but no answers to it in turn.</summary>
internal sealed class MessageThreads : IDisposable
{
    private readonly Dictionary<string, List<JsonElement>> _answers = [];
    private ReadRows? _rows;
    private RowShape? _shape;

    /// <summary>Takes the answers, which are told in this shape.</summary>
    public void Take(ReadRows answers, RowShape shape)
    {
        (_rows, _shape) = (answers, shape);
        foreach (var answer in answers.Rows)
        {
            var to = LegacyParameters.TextOf(answer.GetProperty("item"))!;
            if (!_answers.TryGetValue(to, out var list)) _answers[to] = list = [];
            list.Add(answer);
        }
    }

    public void Write(JsonElement message, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("rows"u8);
        if (_shape is { } shape && _answers.TryGetValue(LegacyParameters.TextOf(message.GetProperty("id"))!, out var answers))
        {
            using var rows = new WrittenRows(JsonSerializer.SerializeToUtf8Bytes(answers), shape);
            rows.WriteTo(json);
        }
        else WriteNone(json);

        json.WriteEndObject();
    }

    /// <summary>No answers.</summary>
    public static void WriteEmpty(JsonElement message, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("rows"u8);
        WriteNone(json);
        json.WriteEndObject();
    }

    public void Dispose() => _rows?.Dispose();

    private static void WriteNone(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteEndArray();
    }
}

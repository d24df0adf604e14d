using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Kernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>The text of a file, JSON or YAML → JSON. Of YAML what a model can hold: no tags, no anchors.</summary>
internal static partial class SnapshotFile
{
    private static readonly JsonWriterOptions Loose = new() { SkipValidation = true, MaxDepth = JsonText.MaxDepth };

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();

    /// <summary>Tells by its beginning what it is: JSON begins with a brace.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> file) =>
        file.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..] ? ParseJson(file.Span) : ParseYaml(file);

    public static JsonElement ParseJson(ReadOnlySpan<byte> file)
    {
        try
        {
            return JsonText.Parse(file.StartsWith("\uFEFF"u8) ? file[3..] : file);
        }
        catch (JsonException error)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, "The provided JSON is invalid")], error);
        }
    }

    public static JsonElement ParseYaml(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var text = new StreamReader(new MemoryStream(file.ToArray()), new UTF8Encoding(false, throwOnInvalidBytes: true));
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            var buffer = new ArrayBufferWriter<byte>(file.Length + 256);
            using (var json = new Utf8JsonWriter(buffer, Loose)) Write(parser, json, 0);
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return JsonText.Parse(buffer.WrittenSpan);
        }
        catch (Exception error) when (error is YamlException or JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, "The provided YAML is invalid")], error);
        }
    }

    private static void Write(Parser parser, Utf8JsonWriter json, int depth)
    {
        if (depth > JsonText.MaxDepth) throw new JsonException("It is nested too deeply.");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false }) throw new JsonException("A model has no anchors.");
        if (parser.TryConsume<MappingStart>(out _))
        {
            json.WriteStartObject();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                json.WritePropertyName(parser.Consume<YamlScalar>().Value);
                Write(parser, json, depth + 1);
            }

            json.WriteEndObject();
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            json.WriteStartArray();
            while (!parser.TryConsume<SequenceEnd>(out _)) Write(parser, json, depth + 1);
            json.WriteEndArray();
        }
        else
        {
            Write(parser.Consume<YamlScalar>(), json);
        }
    }

    // By the core schema of YAML 1.2; dates stay texts.
    private static void Write(YamlScalar scalar, Utf8JsonWriter json)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain) json.WriteStringValue(text);
        else if (text is "" or "~" or "null" or "Null" or "NULL") json.WriteNullValue();
        else if (text is "true" or "True" or "TRUE") json.WriteBooleanValue(true);
        else if (text is "false" or "False" or "FALSE") json.WriteBooleanValue(false);
        else if (PlainNumber().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            json.WriteRawValue(text.TrimStart('+'), skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }
}

using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Writes refusals the way Directus answers them: `{"errors":[{"message":…,"extensions":{…,"code":…}}]}`.</summary>
internal static class ErrorEnvelope
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DirectusError> errors)
    {
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            json.WriteStartObject();
            WriteContent(json, error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What one refusal tells, without the braces around it.</summary>
    public static void WriteContent(Utf8JsonWriter json, DirectusError error)
    {
        json.WriteString("message"u8, error.Message);
        json.WriteStartObject("extensions"u8);
        foreach (var (name, value) in error.Extensions)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteString("code"u8, error.Code.Name);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case JsonElement element: element.WriteTo(json); break;
            case JsonNode node: node.WriteTo(json); break;
            case IEnumerable list: WriteList(json, list); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var element in list) Write(json, element);
        json.WriteEndArray();
    }
}

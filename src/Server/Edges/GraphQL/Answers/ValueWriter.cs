using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Directus.Grpc.Server.Edges.GraphQL.Answers;

/// <summary>Writes the values of arguments and scalars as JSON.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case double: json.WriteNullValue(); break;
            case BigInteger number: json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case JsonElement element: element.WriteTo(json); break;
            case IDictionary<string, object?> fields: WriteFields(json, fields); break;
            case IEnumerable list: WriteList(json, list); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteFields(Utf8JsonWriter json, IDictionary<string, object?> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list)
    {
        json.WriteStartArray();
        foreach (var element in list) Write(json, element);
        json.WriteEndArray();
    }
}

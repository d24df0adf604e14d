using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes a column's default as the answer would print it.</summary>
internal static class DefaultWriter
{
    public static void Write(Utf8JsonWriter json, string name, Field field, object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        switch (field.Type)
        {
            case FieldType.Boolean: json.WriteBoolean(name, value is true || text is "1" or "true"); break;
            case FieldType.Integer or FieldType.Float when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                json.WriteNumber(name, number);
                break;
            case FieldType.Json:
                json.WritePropertyName(name);
                json.WriteRawValue(text);
                break;
            case FieldType.Csv:
                json.WriteStartArray(name);
                foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(part);
                json.WriteEndArray();
                break;
            default: json.WriteString(name, text); break;
        }
    }
}

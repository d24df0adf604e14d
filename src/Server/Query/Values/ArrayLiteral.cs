using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Values;

/// <summary>A JSON list → the list as PostgreSQL spells it: `{1,"a \"b\"",NULL,{…}}`. What is one already stays as it is.</summary>
internal static class ArrayLiteral
{
    public static string? Of(JsonElement json)
    {
        // Forms send JSON as text.
        if (json.ValueKind == JsonValueKind.String && json.GetString()!.TrimStart().StartsWith('[') && JsonText.IsJson(json.GetString()!))
            json = JsonElement.Parse(json.GetString()!);
        if (json.ValueKind == JsonValueKind.String) return json.GetString();
        if (json.ValueKind != JsonValueKind.Array) return null;
        var text = new StringBuilder();
        Append(text, json);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement list)
    {
        text.Append('{');
        var first = true;
        foreach (var element in list.EnumerateArray())
        {
            if (!first) text.Append(',');
            first = false;
            if (element.ValueKind == JsonValueKind.Array) Append(text, element);
            else if (element.ValueKind == JsonValueKind.Null) text.Append("NULL");
            else Quote(text, ValueParser.Text(element));
        }

        text.Append('}');
    }

    private static void Quote(StringBuilder text, string element) => text.Append('"')
        .Append(element.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.Calls.Import;

/// <summary>Rows of a CSV file as items. The first row names the fields, with dots those of related items. What is empty is not told, the
/// word null is none, and what is JSON is told as such, but for texts.</summary>
internal static class CsvItems
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = bad => throw Broken($"a quote is not closed or stands within a value: {bad.Field}"), DetectColumnCountChanges = false,
        IgnoreBlankLines = true, LineBreakInQuotedFieldIsBadData = false,
    };

    public static async IAsyncEnumerable<JsonElement> ReadAsync(Collection collection, Stream content,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var text = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var csv = new CsvParser(text, Form);
        if (!await csv.ReadAsync()) yield break;
        var names = csv.Record!.Select(name => name.Trim()).ToArray();
        while (await csv.ReadAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return JsonText.Parse(JsonSerializer.SerializeToUtf8Bytes(Item(collection, names, csv)));
        }
    }

    private static JsonObject Item(Collection collection, string[] names, CsvParser csv)
    {
        if (csv.Count > names.Length) throw Broken($"line {csv.Row} has more values than there are names");
        var item = new JsonObject();
        for (var i = 0; i < csv.Count; i++)
            if (csv[i].Length > 0 && names[i].Length > 0) Place(item, names[i].Split('.'), Value(collection, names[i], csv[i]));
        return item;
    }

    private static void Place(JsonObject item, ReadOnlySpan<string> path, JsonNode? value)
    {
        for (; path.Length > 1; path = path[1..])
        {
            if (item[path[0]] is not JsonObject next) item[path[0]] = next = [];
            item = next;
        }

        item[path[0]] = value;
    }

    private static JsonNode? Value(Collection collection, string name, string text)
    {
        if (text == "null") return null;
        if (collection.TryGetField(name, out var field) && field.Type is FieldType.String or FieldType.Text or FieldType.Hash) return text;
        try
        {
            // A number that would be told otherwise, such as 007, is a text.
            return JsonNode.Parse(text) is var parsed && parsed is JsonValue value && value.GetValueKind() == JsonValueKind.Number
                && value.ToJsonString() != text ? text : parsed;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static DirectusException Broken(string reason) => DirectusException.InvalidPayload($"Parser cannot parse input: {reason}");
}

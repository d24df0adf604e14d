using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The JSON of a to-many field: the whole list, of keys and items, or the changes of it as
/// `{create: […], update: […], delete: […]}`.</summary>
internal static class ToManyParser
{
    public static void Read(WriteTreeParser parser, ToManyWrite write, JsonElement value, ImmutableArray<string> path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined: break;
            case JsonValueKind.String when value.ValueEquals(""u8): break;
            case JsonValueKind.Array: ReadList(parser, write, value, path); break;
            case JsonValueKind.Object: ReadChanges(parser, write, value, path); break;
            default: throw Misshapen("\"value\" must be of type object");
        }
    }

    private static void ReadList(WriteTreeParser parser, ToManyWrite write, JsonElement value, ImmutableArray<string> path)
    {
        foreach (var element in value.EnumerateArray())
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object: write.Items.Add(parser.Either(write.Collection, element, path, write.ForeignKey)); break;
                case JsonValueKind.String or JsonValueKind.Number:
                    parser.Count(1);
                    write.Linked.Add(ItemKeys.Parse(write.Collection, element));
                    break;
                default: throw Misshapen("an entry must be an object or a key");
            }
        }
    }

    private static void ReadChanges(WriteTreeParser parser, ToManyWrite write, JsonElement value, ImmutableArray<string> path)
    {
        foreach (var change in value.EnumerateObject())
        {
            if (change.Name is not ("create" or "update" or "delete")) throw Misshapen($"\"{change.Name}\" is not allowed");
            if (change.Value.ValueKind != JsonValueKind.Array) throw Misshapen($"\"{change.Name}\" must be an array");
        }

        foreach (var item in Entries(value, "create")) write.Items.Add(parser.Create(write.Collection, item, path, write.ForeignKey));
        foreach (var item in Entries(value, "update"))
        {
            var key = WriteTreeParser.KeyOf(write.Collection, item) ?? throw Misshapen("an item of \"update\" misses its primary key");
            write.Items.Add(parser.Update(write.Collection, [key], item, path, write.ForeignKey));
        }

        foreach (var key in Entries(value, "delete"))
        {
            parser.Count(1);
            write.Removed.Add(ItemKeys.Parse(write.Collection, key));
        }
    }

    private static IEnumerable<JsonElement> Entries(JsonElement value, string name)
    {
        if (!value.TryGetProperty(name, out var entries)) yield break;
        var index = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            var fits = name == "delete"
                ? entry.ValueKind is JsonValueKind.String or JsonValueKind.Number
                : entry.ValueKind == JsonValueKind.Object;
            if (!fits) throw Misshapen($"\"{name}[{index}]\" must be {(name == "delete" ? "a key" : "of type object")}");
            index++;
            yield return entry;
        }
    }

    private static DirectusException Misshapen(string why) =>
        DirectusException.InvalidPayload($"Invalid one-to-many update structure: {why}");
}

using System.Text.Json;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Reads the bodies of item calls. Refuses in the order and the words of Directus: each property, then those that
/// do not belong, then how they go together.</summary>
internal static class ItemBodies
{
    /// <summary>The items of a create: an array of them, or one (or nothing at all, which creates from defaults).</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array) return [Item(body)];
        var items = new List<JsonElement>(body.GetArrayLength());
        foreach (var element in body.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object) throw Refused($"[{items.Count}]", "must be of type object");
            items.Add(element);
        }

        return items;
    }

    /// <summary>One item: an object.</summary>
    public static JsonElement Item(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Object => body,
        JsonValueKind.Undefined => JsonElement.Parse("{}"),
        _ => throw Refused("value", "must be of type object"),
    };

    /// <summary>SEARCH: `{keys, query}`, both optional.</summary>
    public static (IReadOnlyList<JsonElement>? Keys, ItemQuery? Query) Search(JsonElement body, QueryLimits limits)
    {
        if (body.ValueKind == JsonValueKind.Undefined) return default;
        var (keys, query, _) = Read(Item(body), withData: false, limits);
        return (keys, query);
    }

    /// <summary>An update of many: `{keys, data}`, `{query, data}`, or an array of items with their keys. Of a singleton, its data.</summary>
    public static ItemWrite Update(JsonElement body, string collection, bool singleton, QueryLimits limits)
    {
        if (singleton) return new ItemWrite.UpdateSingleton(collection, Item(body));
        if (body.ValueKind == JsonValueKind.Array) return new ItemWrite.UpdateEach(collection, Items(body));
        var (keys, query, data) = Read(Item(body), withData: true, limits, exactlyOne: true);
        return query is null ? new ItemWrite.Update(collection, keys!, data) : new ItemWrite.UpdateMatching(collection, query, data);
    }

    /// <summary>A delete of many: an array of keys, `{keys}` or `{query}`.</summary>
    public static ItemWrite Delete(JsonElement body, string collection, QueryLimits limits)
    {
        if (body.ValueKind == JsonValueKind.Array) return new ItemWrite.Delete(collection, Keys(body, ""));
        var (keys, query, _) = Read(Item(body), withData: false, limits, exactlyOne: true);
        return query is null ? new ItemWrite.Delete(collection, keys!) : new ItemWrite.DeleteMatching(collection, query);
    }

    private static (IReadOnlyList<JsonElement>? Keys, ItemQuery? Query, JsonElement Data) Read(JsonElement body, bool withData, QueryLimits limits,
        bool exactlyOne = false)
    {
        var hasQuery = body.TryGetProperty("query", out var query);
        if (hasQuery && query.ValueKind != JsonValueKind.Object) throw Refused("query", "must be of type object");
        var keys = body.TryGetProperty("keys", out var given) ? Keys(given, "keys") : null;
        var data = withData ? Data(body) : default;
        foreach (var property in body.EnumerateObject())
            if (property.Name is not ("query" or "keys") && !(withData && property.Name == "data")) throw Refused(property.Name, "is not allowed");
        if (exactlyOne && keys is not null && hasQuery) throw Refused("value", "contains a conflict between exclusive peers [query, keys]");
        if (exactlyOne && keys is null && !hasQuery) throw Refused("value", "must contain at least one of [query, keys]");
        return (keys, hasQuery ? ItemQueryParser.Parse(query, limits) : null, data);
    }

    private static JsonElement Data(JsonElement body)
    {
        if (!body.TryGetProperty("data", out var data)) throw Refused("data", "is required");
        return data.ValueKind == JsonValueKind.Object ? data : throw Refused("data", "must be of type object");
    }

    private static List<JsonElement> Keys(JsonElement given, string name)
    {
        if (given.ValueKind != JsonValueKind.Array) throw Refused(name, "must be an array");
        var keys = new List<JsonElement>(given.GetArrayLength());
        foreach (var key in given.EnumerateArray())
        {
            if (key.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                throw Refused($"{name}[{keys.Count}]", "must be one of [string, number]");
            keys.Add(key);
        }

        return keys;
    }

    private static DirectusException Refused(string name, string why) => DirectusException.InvalidPayload($"\"{name}\" {why}");
}

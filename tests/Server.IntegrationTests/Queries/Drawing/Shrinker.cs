using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Leaves parts of a query out for as long as it still fails.</summary>
internal static class Shrinker
{
    public static async Task<JsonObject> ShrinkAsync(JsonObject query, Func<JsonObject, Task<bool>> fails)
    {
        for (var shrunk = true; shrunk;)
        {
            shrunk = false;
            foreach (var smaller in Smaller(query).ToList())
            {
                if (!await fails(smaller)) continue;
                (query, shrunk) = (smaller, true);
                break;
            }
        }

        return query;
    }

    private static IEnumerable<JsonObject> Smaller(JsonObject query) =>
        Places(query, []).OrderBy(place => place.Length).Select(place => Without(query, place));

    private static IEnumerable<object[]> Places(JsonNode node, object[] path)
    {
        IEnumerable<(object Step, JsonNode? Value)> children = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray elements => elements.Select((element, i) => ((object)i, element)),
            _ => [],
        };
        foreach (var (step, value) in children.ToList())
        {
            yield return [.. path, step];
            if (value is null) continue;
            foreach (var place in Places(value, [.. path, step])) yield return place;
        }
    }

    private static JsonObject Without(JsonObject query, object[] place)
    {
        var copy = query.DeepClone().AsObject();
        JsonNode parent = copy;
        foreach (var step in place[..^1]) parent = (step is int i ? parent[i] : parent[(string)step])!;
        if (place[^1] is int at) parent.AsArray().RemoveAt(at);
        else parent.AsObject().Remove((string)place[^1]);
        return copy;
    }
}

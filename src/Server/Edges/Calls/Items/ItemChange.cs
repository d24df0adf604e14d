using System.Text.Json;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>What an update of several items asks for; one of the ways that Directus knows.</summary>
internal sealed record ItemChange
{
    public bool Singleton { get; init; }

    public IReadOnlyList<JsonElement>? Keys { get; init; }

    public ItemQuery? Query { get; init; }

    public JsonElement Data { get; init; }

    public IReadOnlyList<JsonElement>? Items { get; init; }

    public static ItemChange Of(JsonElement body, bool singleton, QueryLimits limits)
    {
        if (singleton) return new ItemChange { Singleton = true, Data = ItemBodies.Item(body) };
        if (body.ValueKind == JsonValueKind.Array) return new ItemChange { Items = ItemBodies.Items(body) };
        var which = ItemBodies.Update(body, limits);
        return new ItemChange { Keys = which.Keys, Query = which.Query, Data = which.Data };
    }
}

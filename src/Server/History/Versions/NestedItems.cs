using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>Finds the items within the content of an item, as writes nest them.</summary>
internal sealed class NestedItems(DatabaseSchema schema)
{
    /// <summary>Shows each item to the visitor, the outer before the inner. What surrounds the items of a list, as
    /// `{create, update, delete}`, comes with no collection.</summary>
    public void Visit(Collection collection, JsonObject item, Action<Collection?, JsonObject> visit)
    {
        visit(collection, item);
        foreach (var (name, value) in item.ToArray())
        {
            if (!collection.TryGetField(name, out var field)) continue;
            if (field.IsAlias) VisitList(collection, field, value, visit);
            else if (value is JsonObject referred && ReferredTo(collection, field, item) is { } target) Visit(target, referred, visit);
        }
    }

    private void VisitList(Collection collection, Field field, JsonNode? value, Action<Collection?, JsonObject> visit)
    {
        if (schema.RelationOfOne(collection.Name, field.Name) is not { } relation
            || !schema.TryGetCollection(relation.ManyCollection, out var many)) return;
        if (value is JsonObject changes)
        {
            visit(null, changes);
            foreach (var (_, items) in changes) VisitItems(many, items, visit);
        }
        else VisitItems(many, value, visit);
    }

    private void VisitItems(Collection collection, JsonNode? items, Action<Collection?, JsonObject> visit)
    {
        foreach (var item in (items as JsonArray ?? []).OfType<JsonObject>()) Visit(collection, item, visit);
    }

    private Collection? ReferredTo(Collection collection, Field field, JsonObject item)
    {
        if (schema.RelationOfMany(collection.Name, field.Name) is not { } relation) return null;
        var name = relation.OneCollection ?? (relation.OneCollectionField is { } beside ? item[beside]?.ToString() : null);
        return name is not null && schema.TryGetCollection(name, out var target) ? target : null;
    }
}

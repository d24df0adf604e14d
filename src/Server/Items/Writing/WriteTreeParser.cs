using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The JSON of items → the items to write, nested ones too. Only the shape: what the caller may and what the
/// values are worth is seen to by <see cref="WriteTreeChecker"/>.</summary>
internal sealed class WriteTreeParser(SchemaSnapshot schema, int mostItems)
{
    private readonly ToManyParser _toMany = new();
    private int _items;

    /// <summary>The items that name their key, in the order in which they are met.</summary>
    public List<WriteNode> Keyed { get; } = [];

    /// <param name="listKey">Of an item of a list: the field by which it refers to the item that holds the list.</param>
    public WriteNode Create(Collection collection, JsonElement data, ImmutableArray<string> path = default, Field? listKey = null)
    {
        var node = Node(collection, data, path, AccessAction.Create, listKey);
        if (KeyOf(collection, data) is { } key)
        {
            node.Keys = [key];
            Keyed.Add(node);
        }

        return Read(node);
    }

    public WriteNode Update(Collection collection, object?[] keys, JsonElement data, ImmutableArray<string> path = default, Field? listKey = null)
    {
        Count(keys.Length - 1);
        var node = Node(collection, data, path, AccessAction.Update, listKey);
        node.Keys = keys;
        return Read(node);
    }

    /// <summary>An item that is updated when it exists and else created, under the key that it may name.</summary>
    public WriteNode Either(Collection collection, JsonElement data, ImmutableArray<string> path, Field? listKey = null)
    {
        if (KeyOf(collection, data) is not { } key) return Create(collection, data, path, listKey);
        var node = Node(collection, data, path, null, listKey);
        node.Keys = [key];
        Keyed.Add(node);
        return Read(node);
    }

    /// <summary>The key that an item names; null for none.</summary>
    public static object? KeyOf(Collection collection, JsonElement data) =>
        data.TryGetProperty(collection.PrimaryKey.Name, out var key) && key.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? ItemKeys.Parse(collection, key)
            : null;

    /// <summary>Takes so many more items into account; INVALID_PAYLOAD when they become too many.</summary>
    public void Count(int items)
    {
        _items += items;
        if (_items > mostItems) throw WriteErrors.TooMany(mostItems);
    }

    private WriteNode Node(Collection collection, JsonElement data, ImmutableArray<string> path, AccessAction? action, Field? listKey)
    {
        Count(1);
        return data.ValueKind == JsonValueKind.Object
            ? new WriteNode(collection, data, path.IsDefault ? [] : path) { Action = action, ListKey = listKey }
            : throw DirectusException.InvalidPayload("An item has to be an object");
    }

    private WriteNode Read(WriteNode node)
    {
        foreach (var property in node.Data.EnumerateObject())
        {
            if (!node.Collection.TryGetField(property.Name, out var field) || field == node.ListKey) continue;
            if (field.IsAlias) ReadToMany(node, field, property.Value);
            else if (property.Value.ValueKind == JsonValueKind.Object && schema.RelationOfMany(node.Collection.Name, field.Name) is { } relation)
                ReadToOne(node, field, relation, property.Value);
        }

        return node;
    }

    private void ReadToOne(WriteNode node, Field field, Relation relation, JsonElement value)
    {
        var target = Either(Target(node, relation), value, node.Path.Add(field.Name));
        target.IsReferredTo = true;
        node.ToOne.Add(new ToOneWrite(field, target));
    }

    private void ReadToMany(WriteNode node, Field field, JsonElement value)
    {
        if (schema.RelationOfOne(node.Collection.Name, field.Name) is not { } relation) return;
        var collection = Open(schema[relation.ManyCollection]);
        if (!collection.TryGetField(relation.ManyField, out var foreignKey)) throw DirectusException.Forbidden(collection.Name, relation.ManyField);
        // Each of the items has its own; an item that is created is one, whatever its key will be.
        var count = node.Action == AccessAction.Update ? node.Keys.Length : 1;
        for (var i = 0; i < count; i++)
        {
            var write = new ToManyWrite(relation, collection, foreignKey, node, i) { IsWhole = value.ValueKind != JsonValueKind.Object };
            _toMany.Read(this, write, value, node.Path.Add(field.Name));
            node.ToMany.Add(write);
        }
    }

    private Collection Target(WriteNode node, Relation relation)
    {
        if (relation.OneCollection is { } one) return Open(schema[one]);
        var place = $"\"{relation.ManyCollection}.{relation.ManyField}\"";
        if (relation.OneCollectionField is not { } beside || !node.Data.TryGetProperty(beside, out var named) || named.ValueKind != JsonValueKind.String)
        {
            throw DirectusException.InvalidPayload(
                $"Can't update nested record {place} without field \"{relation.ManyCollection}.{relation.OneCollectionField}\" being set");
        }

        var name = named.GetString()!;
        return relation.OneAllowedCollections.Contains(name) && schema.TryGetCollection(name, out var collection)
            ? Open(collection)
            : throw DirectusException.InvalidPayload($"{place} can't be linked to collection \"{name}\"");
    }

    // Nesting is no way around the services that keep other system collections.
    private static Collection Open(Collection collection) =>
        SystemItems.AllowNested(collection.Name) ? collection : throw DirectusException.Forbidden(collection.Name);
}

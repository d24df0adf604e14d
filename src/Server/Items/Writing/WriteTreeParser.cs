using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The JSON of items → the items to write, nested ones too. Only the shape: what the caller may and what the
/// values are worth is seen to by <see cref="WriteTreeChecker"/>.</summary>
internal sealed class WriteTreeParser(DatabaseSchema schema, Presets presets, int mostItems)
{
    // As deep as queries go by default. Presets of items that presets bring could go on forever.
    private const int MaxDepth = 10;

    private int _items;
    private int _decided;

    /// <summary>The items that name their key, in the order in which they are met.</summary>
    public List<WriteNode> Keyed { get; } = [];

    /// <param name="listKey">Of an item of a list: the field by which it refers to the item that holds the list.</param>
    public WriteNode Create(Collection collection, JsonElement data, ImmutableArray<string> path = default, Field? listKey = null)
    {
        var key = KeyOf(collection, data);
        var node = Node(collection, data, path, AccessAction.Create, key is null ? [] : [key], listKey);
        if (key is not null) Keyed.Add(node);
        return Read(node);
    }

    public WriteNode Update(Collection collection, object[] keys, JsonElement data, ImmutableArray<string> path = default, Field? listKey = null)
    {
        Count(keys.Length - 1);
        return Read(Node(collection, data, path, AccessAction.Update, keys, listKey));
    }

    /// <summary>An item that is updated when it exists and else created, under the key that it may name.</summary>
    public WriteNode Either(Collection collection, JsonElement data, ImmutableArray<string> path, Field? listKey = null)
    {
        if (KeyOf(collection, data) is not { } key) return Create(collection, data, path, listKey);
        var node = Node(collection, data, path, null, [key], listKey);
        Keyed.Add(node);
        return Read(node);
    }

    /// <summary>The key that an item names; null for none.</summary>
    public static object? KeyOf(Collection collection, JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(collection.PrimaryKey.Name, out var key)
            && key.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? ItemKeys.Parse(collection, key)
            : null;

    /// <summary>Takes so many more items into account; INVALID_PAYLOAD when they become too many.</summary>
    public void Count(int items)
    {
        _items += items;
        if (_items > mostItems) throw WriteErrors.TooMany(mostItems);
    }

    /// <summary>Reads what is nested in the presets of items whose action has become known; whether that brought items of which
    /// it is to be found out.</summary>
    public bool ReadDecided()
    {
        for (var known = Keyed.Count; _decided < known; _decided++)
            if (Keyed[_decided] is { Presets: null } node) ReadPresets(node);
        return _decided < Keyed.Count;
    }

    private WriteNode Node(Collection collection, JsonElement data, ImmutableArray<string> path, AccessAction? action, object[] keys, Field? listKey)
    {
        Count(1);
        return data.ValueKind == JsonValueKind.Object
            ? new WriteNode(collection, data, path.IsDefault ? [] : path) { Action = action, Keys = keys, ListKey = listKey }
            : throw DirectusException.InvalidPayload("An item has to be an object");
    }

    private WriteNode Read(WriteNode node)
    {
        foreach (var property in node.Data.EnumerateObject())
            if (node.Collection.TryGetField(property.Name, out var field)) Read(node, field, property.Value);
        ReadPresets(node);
        return node;
    }

    private void Read(WriteNode node, Field field, JsonElement value)
    {
        if (field == node.ListKey) return;
        if (field.IsAlias) ReadToMany(node, field, value);
        else if (value.ValueKind == JsonValueKind.Object && schema.RelationOfMany(node.Collection.Name, field.Name) is { } relation)
            ReadToOne(node, field, relation, value);
    }

    private void ReadPresets(WriteNode node)
    {
        if (node.Action is not { } action) return;
        node.Presets = presets.Of(node.Collection, action);
        foreach (var (field, value) in node.Presets)
        {
            if (!presets.IsNested(field, value) || node.Data.TryGetProperty(field.Name, out _)) continue;
            if (node.Path.Length >= MaxDepth) throw DirectusException.InvalidPayload("Presets are nested too deeply");
            Read(node, field, value);
        }
    }

    private void ReadToOne(WriteNode node, Field field, Relation relation, JsonElement value)
    {
        node.ToOne.Add(new ToOneWrite(field, Either(Target(node, relation), value, node.Path.Add(field.Name))));
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
            ToManyParser.Read(this, write, value, node.Path.Add(field.Name));
            node.ToMany.Add(write);
        }
    }

    private Collection Target(WriteNode node, Relation relation)
    {
        if (relation.OneCollection is { } one) return Open(schema[one]);
        var place = $"\"{relation.ManyCollection}.{relation.ManyField}\"";
        if (relation.OneCollectionField is not { } beside || !node.TryGetValue(beside, out var named) || named.ValueKind != JsonValueKind.String)
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

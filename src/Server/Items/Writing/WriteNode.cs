using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>An item of a write with what is nested in it. <see cref="WriteTreeParser"/> gives it its shape,
/// <see cref="KeyLookup"/> its action, <see cref="WriteTreeChecker"/> its row, <see cref="WriteTreeExecutor"/> its keys.</summary>
internal sealed class WriteNode(Collection collection, JsonElement data, ImmutableArray<string> path)
{
    public Collection Collection { get; } = collection;

    /// <summary>The item as it was asked for.</summary>
    public JsonElement Data { get; } = data;

    /// <summary>The fields that lead here from the item of the request.</summary>
    public ImmutableArray<string> Path { get; } = path;

    /// <summary>The field by which an item of a list refers to the item that holds the list, whatever it says itself.</summary>
    public Field? ListKey { get; init; }

    /// <summary>Create or update. Null before it is known, and when the item is only referred to.</summary>
    public AccessAction? Action { get; set; }

    /// <summary>The keys that an update changes or that a created item asks for; in the end those of the items.</summary>
    public object?[] Keys { get; set; } = [];

    /// <summary>The values of fields that it leaves out; null before its action is known.</summary>
    public IReadOnlyDictionary<Field, JsonElement>? Presets { get; set; }

    public List<ToOneWrite> ToOne { get; } = [];

    public List<ToManyWrite> ToMany { get; } = [];

    public PayloadParser Parser { get; set; } = null!;

    public WriteRow Row { get; set; } = null!;

    /// <summary>What was done, a record for each item.</summary>
    public List<ItemRecord> Records { get; } = [];

    /// <summary>Whether another item refers to it, for which its key is enough.</summary>
    public bool IsReferredTo { get; set; }

    /// <summary>What the item says of a field, or else its preset.</summary>
    public bool TryGetValue(string field, out JsonElement value) => Data.TryGetProperty(field, out value)
        || (Presets is not null && Collection.TryGetField(field, out var known) && Presets.TryGetValue(known, out value));

    /// <summary>Whether it tells anything beside its key.</summary>
    public bool HoldsMoreThanKey => Data.EnumerateObject().Any(property => property.Name != Collection.PrimaryKey.Name);
}

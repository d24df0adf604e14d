using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>An item as it is asked to be written, with what is nested in it: the shape, nothing is checked yet.</summary>
internal sealed class WriteNode(Collection collection, JsonElement data, ImmutableArray<string> path)
{
    public Collection Collection { get; } = collection;

    /// <summary>The item as it was asked for.</summary>
    public JsonElement Data { get; } = data;

    /// <summary>The fields that lead here from the item of the request.</summary>
    public ImmutableArray<string> Path { get; } = path;

    /// <summary>The field by which an item of a list refers to the item that holds the list, whatever it says itself.</summary>
    public Field? ListKey { get; init; }

    /// <summary>The keys that an update changes or that a created item asks for.</summary>
    public object[] Keys { get; init; } = [];

    /// <summary>Create or update. Null until <see cref="KeyLookup"/> has decided it, and when the item is only referred to.</summary>
    public AccessAction? Action { get; set; }

    /// <summary>The values of fields that it leaves out; null before its action is known.</summary>
    public IReadOnlyDictionary<Field, JsonElement>? Presets { get; set; }

    public List<ToOneWrite> ToOne { get; } = [];

    public List<ToManyWrite> ToMany { get; } = [];

    /// <summary>What the item says of a field, or else its preset.</summary>
    public bool TryGetValue(string field, out JsonElement value) => Data.TryGetProperty(field, out value)
        || (Presets is not null && Collection.TryGetField(field, out var known) && Presets.TryGetValue(known, out value));

    /// <summary>Whether it tells anything beside its key.</summary>
    public bool HoldsMoreThanKey => Data.EnumerateObject().Any(property => property.Name != Collection.PrimaryKey.Name);
}

/// <summary>An item to which a field of the item that it is nested in refers.</summary>
internal readonly record struct ToOneWrite(Field Field, WriteNode Target);

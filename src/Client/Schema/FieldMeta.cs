using System.Text.Json.Nodes;

namespace Directus.Grpc.Client;

/// <summary>Settings of a field, a row of directus_fields.</summary>
public sealed record FieldMeta
{
    /// <summary>Primary key of the row.</summary>
    public int? Id { get; init; }

    /// <summary>Name of the collection.</summary>
    public string? Collection { get; init; }

    /// <summary>Name of the field.</summary>
    public string? Field { get; init; }

    /// <summary>Transformations and roles: <c>uuid</c>, <c>cast-json</c>, <c>m2o</c>, <c>o2m</c>, <c>date-created</c>, …</summary>
    public IReadOnlyList<string> Special { get; init; } = [];

    /// <summary>Input that apps show.</summary>
    public string? Interface { get; init; }

    /// <summary>Options of the input.</summary>
    public JsonNode? Options { get; init; }

    /// <summary>Display that apps show.</summary>
    public string? Display { get; init; }

    /// <summary>Options of the display.</summary>
    public JsonNode? DisplayOptions { get; init; }

    /// <summary>Whether apps let nobody change it; the API does.</summary>
    public bool? Readonly { get; init; }

    /// <summary>Whether apps hide it.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Position in the form.</summary>
    public int? Sort { get; init; }

    /// <summary>Width in the form: <c>half</c>, <c>full</c>, …</summary>
    public string? Width { get; init; }

    /// <summary>Names in other languages.</summary>
    public JsonNode? Translations { get; init; }

    /// <summary>Note to show.</summary>
    public string? Note { get; init; }

    /// <summary>Rules that change the settings by the item's values.</summary>
    public JsonNode? Conditions { get; init; }

    /// <summary>Whether an item needs a value.</summary>
    public bool? Required { get; init; }

    /// <summary>Field group that it is in.</summary>
    public string? Group { get; init; }

    /// <summary>Rule that a value must keep, as a filter.</summary>
    public JsonNode? Validation { get; init; }

    /// <summary>What to say when it does not.</summary>
    public string? ValidationMessage { get; init; }

    /// <summary>Whether <c>search</c> looks here.</summary>
    public bool? Searchable { get; init; }

    /// <summary>Whether it belongs to the system.</summary>
    public bool? System { get; init; }
}

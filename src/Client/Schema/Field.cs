using System.Text.Json.Serialization;

namespace Directus.Grpc.Client;

/// <summary>A field: a column, or an alias that shows a relation or nothing.</summary>
public sealed record Field
{
    /// <summary>Collection that it belongs to.</summary>
    public string Collection { get; init; } = "";

    /// <summary>Name, the same as the column's.</summary>
    [JsonPropertyName("field")]
    public string Name { get; init; } = "";

    /// <summary>Type: string, text, integer, bigInteger, float, decimal, boolean, date, time, dateTime, timestamp, json, csv, uuid, hash,
    /// binary, alias, …</summary>
    public string Type { get; init; } = "";

    /// <summary>Settings; absent for a column that nobody has set up.</summary>
    public FieldMeta? Meta { get; init; }

    /// <summary>Column; absent for an alias.</summary>
    public FieldSchema? Schema { get; init; }
}

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>What a field of the model holds; its values are long, double, decimal, bool, string, DateOnly, TimeOnly, DateTime,
/// Guid or JsonNode, and null.</summary>
internal enum Kind
{
    Integer, BigInteger, Float, Decimal, Boolean, String, Text, Csv, Date, Time, DateTime, Timestamp, Json, Uuid,

    /// <summary>A foreign key.</summary>
    One,

    /// <summary>The items whose foreign key leads here.</summary>
    Many,

    /// <summary>The key of an item of some collection, as text; a field beside it names the collection.</summary>
    Any,
}

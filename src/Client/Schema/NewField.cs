namespace Directus.Grpc.Client;

/// <summary>Fields to create; each may be refined before it is sent.</summary>
public static class NewField
{
    /// <summary>A primary key that the database counts up.</summary>
    public static Field Key(string name = "id") =>
        Of(name, "integer") with { Schema = new() { HasAutoIncrement = true, IsPrimaryKey = true } };

    /// <summary>A primary key that is a UUID, made when the item gives none.</summary>
    public static Field UuidKey(string name = "id") => Of(name, "uuid", "uuid") with { Schema = new() { IsPrimaryKey = true } };

    /// <summary>A primary key that each item brings along.</summary>
    public static Field TextKey(string name, int maxLength = 255) =>
        Of(name, "string") with { Schema = new() { IsPrimaryKey = true, MaxLength = maxLength } };

    /// <summary>A short text.</summary>
    public static Field String(string name) => Of(name, "string");

    /// <summary>A long text.</summary>
    public static Field Text(string name) => Of(name, "text");

    /// <summary>A whole number.</summary>
    public static Field Integer(string name) => Of(name, "integer");

    /// <summary>A number.</summary>
    public static Field Float(string name) => Of(name, "float");

    /// <summary>True or false.</summary>
    public static Field Boolean(string name) => Of(name, "boolean", "cast-boolean");

    /// <summary>A moment.</summary>
    public static Field Timestamp(string name) => Of(name, "timestamp");

    /// <summary>Any JSON.</summary>
    public static Field Json(string name) => Of(name, "json", "cast-json");

    /// <summary>A field of any type that Directus knows: decimal, bigInteger, date, time, dateTime, uuid, csv, …</summary>
    public static Field Of(string name, string type, params IEnumerable<string> special) => new()
    {
        Name = name,
        Type = type,
        Meta = new() { Special = [.. special] },
        Schema = new(),
    };
}

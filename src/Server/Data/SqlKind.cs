namespace Directus.Grpc.Server.Data;

/// <summary>How a value travels to the database and how a column's values come back.</summary>
public enum SqlKind
{
    Text,
    Integer,
    BigInteger,
    Float,

    /// <summary>A number of single precision. Compared with one of double precision, 0.1 would not be 0.1.</summary>
    Real,
    Decimal,
    Boolean,
    Date,
    Time,

    /// <summary>Date and time without a zone.</summary>
    DateTime,

    /// <summary>An instant.</summary>
    Timestamp,
    Json,
    Uuid,
    Binary,

    /// <summary>A shape in the plane; values travel as GeoJSON.</summary>
    Geometry,

    /// <summary>A type that only the database knows; values travel as text.</summary>
    Other,
}

/// <summary>What kinds of values have in common.</summary>
public static class SqlKinds
{
    public static bool IsNumber(this SqlKind kind) => kind is SqlKind.Integer or SqlKind.BigInteger or SqlKind.Decimal || kind.IsFloat();

    public static bool IsFloat(this SqlKind kind) => kind is SqlKind.Float or SqlKind.Real;
}

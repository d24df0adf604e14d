namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>What a column holds; each database has a type of its own for it.</summary>
internal enum ColumnType
{
    String,
    Text,
    Integer,
    BigInteger,
    Float,
    Decimal,
    Boolean,
    Date,
    Time,
    DateTime,
    Timestamp,
    Json,
    Uuid,
    Binary,
    Geometry,
    GeometryPoint,
    GeometryLineString,
    GeometryPolygon,
    GeometryMultiPoint,
    GeometryMultiLineString,
    GeometryMultiPolygon,
}

namespace Directus.Grpc.Server.Schema;

/// <summary>The types of Directus fields; the API prints them in camelCase.</summary>
public enum FieldType
{
    Unknown, Alias, String, Text, Integer, BigInteger, Float, Decimal, Boolean, Date, Time, DateTime, Timestamp,
    Json, Csv, Uuid, Hash, Binary, Geometry, GeometryPoint, GeometryLineString, GeometryPolygon, GeometryMultiPoint, GeometryMultiLineString,
    GeometryMultiPolygon,
}

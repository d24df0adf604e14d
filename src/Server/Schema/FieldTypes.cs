using System.Collections.Frozen;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Schema;

/// <summary>The type of column that a type of field has, and the type of field that a column is.</summary>
internal static class FieldTypes
{
    private static readonly FrozenDictionary<ColumnType, FieldType> ByColumn = Enum.GetValues<ColumnType>()
        .ToFrozenDictionary(column => column, column => Enum.Parse<FieldType>(column.ToString()));

    public static FieldType Of(ColumnSchema column) => ColumnTypes.TypeOf(column) is { } type ? ByColumn[type] : FieldType.Unknown;

    /// <summary>Null for an alias, and for what only a database knows.</summary>
    public static ColumnType? ToColumn(this FieldType type) => type switch
    {
        FieldType.String or FieldType.Hash => ColumnType.String,
        FieldType.Text or FieldType.Csv => ColumnType.Text,
        FieldType.Integer => ColumnType.Integer,
        FieldType.BigInteger => ColumnType.BigInteger,
        FieldType.Float => ColumnType.Float,
        FieldType.Decimal => ColumnType.Decimal,
        FieldType.Boolean => ColumnType.Boolean,
        FieldType.Date => ColumnType.Date,
        FieldType.Time => ColumnType.Time,
        FieldType.DateTime => ColumnType.DateTime,
        FieldType.Timestamp => ColumnType.Timestamp,
        FieldType.Json => ColumnType.Json,
        FieldType.Uuid => ColumnType.Uuid,
        FieldType.Binary => ColumnType.Binary,
        FieldType.Geometry => ColumnType.Geometry,
        FieldType.GeometryPoint => ColumnType.GeometryPoint,
        FieldType.GeometryLineString => ColumnType.GeometryLineString,
        FieldType.GeometryPolygon => ColumnType.GeometryPolygon,
        FieldType.GeometryMultiPoint => ColumnType.GeometryMultiPoint,
        FieldType.GeometryMultiLineString => ColumnType.GeometryMultiLineString,
        FieldType.GeometryMultiPolygon => ColumnType.GeometryMultiPolygon,
        _ => null,
    };
}

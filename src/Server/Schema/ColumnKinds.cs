using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Schema;

internal static class ColumnKinds
{
    // PostgreSQL says what a column holds; SQLite's declared types say little, there the field's type decides.
    public static SqlKind Of(Field field) => field.Column?.Kind == SqlKind.Geometry ? SqlKind.Geometry : field.Column?.DataType switch
    {
        "integer" or "smallint" when field.Type is not (FieldType.Boolean or FieldType.Timestamp or FieldType.DateTime) => SqlKind.Integer,
        "real" or "double precision" => SqlKind.Float,
        "numeric" => SqlKind.Decimal,
        "character varying" or "text" or "character" when field.Type is not (FieldType.Json or FieldType.Uuid) => SqlKind.Text,
        "character varying" or "character" => SqlKind.Text,
        "varchar" or "text" when field.Type is FieldType.Timestamp or FieldType.DateTime => SqlKind.Text,
        "time without time zone" => SqlKind.Time,
        "timestamp without time zone" => SqlKind.DateTime,
        "timestamp with time zone" => SqlKind.Timestamp,
        "json" or "jsonb" => SqlKind.Json,
        _ => OfType(field.Type),
    };

    private static SqlKind OfType(FieldType type) => type switch
    {
        FieldType.String or FieldType.Text or FieldType.Csv or FieldType.Hash => SqlKind.Text,
        FieldType.Integer => SqlKind.Integer,
        FieldType.BigInteger => SqlKind.BigInteger,
        FieldType.Float => SqlKind.Float,
        FieldType.Decimal => SqlKind.Decimal,
        FieldType.Boolean => SqlKind.Boolean,
        FieldType.Date => SqlKind.Date,
        FieldType.Time => SqlKind.Time,
        FieldType.DateTime => SqlKind.DateTime,
        FieldType.Timestamp => SqlKind.Timestamp,
        FieldType.Json => SqlKind.Json,
        FieldType.Uuid => SqlKind.Uuid,
        FieldType.Binary => SqlKind.Binary,
        _ => SqlKind.Other,
    };
}

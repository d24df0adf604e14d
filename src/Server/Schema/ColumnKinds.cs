using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Schema;

internal static class ColumnKinds
{
    // PostgreSQL says what a column holds; SQLite's declared types say little, there the field's type decides.
    public static SqlKind Of(Field field) => field.Column is { } column && (column.Typed || column.Kind == SqlKind.Geometry)
        ? column.DataType == "text" && field.Type == FieldType.Json ? SqlKind.Json : column.Kind
        : OfType(field);

    private static SqlKind OfType(Field field) => field.Type switch
    {
        // What the server fills with uuids may hold other texts as well.
        FieldType.Uuid when field.Column is { DataType: "varchar" or "text" } => SqlKind.Text,
        FieldType.Timestamp or FieldType.DateTime when field.Column is { DataType: "varchar" or "text" } => SqlKind.Text,
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

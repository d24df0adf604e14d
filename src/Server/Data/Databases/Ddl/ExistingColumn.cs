using System.Globalization;
using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>What the catalogue says of a column → the definition that would make it again.</summary>
internal static class ExistingColumn
{
    public static ColumnDefinition Definition(ColumnSchema column) => new(column.Name, TypeOf(column.Kind))
    {
        ExistingType = DeclaredType(column),
        Length = column.MaxLength,
        Precision = column.Precision,
        Scale = column.Scale,
        Nullable = column.Nullable,
        PrimaryKey = column.PrimaryKey,
        AutoIncrement = column.AutoIncrement,
        Unique = column.Unique,
        Indexed = column.Indexed,
        Default = column.DefaultExpression is { } expression ? ColumnDefault.Kept(expression) : null,
    };

    private static string DeclaredType(ColumnSchema column) => column switch
    {
        { Precision: { } precision, Scale: { } scale } => string.Create(CultureInfo.InvariantCulture, $"{column.DataType}({precision}, {scale})"),
        { MaxLength: { } length } => string.Create(CultureInfo.InvariantCulture, $"{column.DataType}({length})"),
        _ => column.DataType,
    };

    private static ColumnType TypeOf(SqlKind kind) => kind switch
    {
        SqlKind.Integer => ColumnType.Integer,
        SqlKind.BigInteger => ColumnType.BigInteger,
        SqlKind.Float or SqlKind.Real => ColumnType.Float,
        SqlKind.Decimal => ColumnType.Decimal,
        SqlKind.Boolean => ColumnType.Boolean,
        SqlKind.Date => ColumnType.Date,
        SqlKind.Time => ColumnType.Time,
        SqlKind.DateTime => ColumnType.DateTime,
        SqlKind.Timestamp => ColumnType.Timestamp,
        SqlKind.Json => ColumnType.Json,
        SqlKind.Uuid => ColumnType.Uuid,
        SqlKind.Binary => ColumnType.Binary,
        _ => ColumnType.Text,
    };
}

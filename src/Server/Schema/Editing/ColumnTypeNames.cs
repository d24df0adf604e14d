using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Dialects.Ddl;

namespace Directus.Grpc.Server.Schema.Editing;

internal static class ColumnTypeNames
{
    /// <summary>The type to make for values that travel like this.</summary>
    public static ColumnType Of(SqlKind kind) => kind switch
    {
        SqlKind.Text => ColumnType.Text,
        SqlKind.Integer => ColumnType.Integer,
        SqlKind.BigInteger => ColumnType.BigInteger,
        SqlKind.Float => ColumnType.Float,
        SqlKind.Decimal => ColumnType.Decimal,
        SqlKind.Boolean => ColumnType.Boolean,
        SqlKind.Date => ColumnType.Date,
        SqlKind.Time => ColumnType.Time,
        SqlKind.DateTime => ColumnType.DateTime,
        SqlKind.Timestamp => ColumnType.Timestamp,
        SqlKind.Json => ColumnType.Json,
        SqlKind.Uuid => ColumnType.Uuid,
        SqlKind.Binary => ColumnType.Binary,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

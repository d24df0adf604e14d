using System.Collections.Frozen;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Data.Databases.Catalogue;

/// <summary>Types in the words of the databases → what they hold, and how their values travel. A word that two of them use means the same
/// to both.</summary>
internal static class ColumnTypes
{
    private static readonly FrozenDictionary<string, (ColumnType Type, SqlKind Kind)> Known =
        new Dictionary<string, (ColumnType, SqlKind)>(StringComparer.OrdinalIgnoreCase)
        {
            ["character varying"] = (ColumnType.String, SqlKind.Text),
            ["varchar"] = (ColumnType.String, SqlKind.Text),
            ["nvarchar"] = (ColumnType.String, SqlKind.Text),
            ["character"] = (ColumnType.String, SqlKind.Text),
            ["char"] = (ColumnType.String, SqlKind.Text),
            ["nchar"] = (ColumnType.String, SqlKind.Text),
            ["citext"] = (ColumnType.Text, SqlKind.Text),
            ["text"] = (ColumnType.Text, SqlKind.Text),
            ["clob"] = (ColumnType.Text, SqlKind.Text),
            ["tinytext"] = (ColumnType.Text, SqlKind.Text),
            ["mediumtext"] = (ColumnType.Text, SqlKind.Text),
            ["longtext"] = (ColumnType.Text, SqlKind.Text),
            ["integer"] = (ColumnType.Integer, SqlKind.Integer),
            ["int"] = (ColumnType.Integer, SqlKind.Integer),
            ["smallint"] = (ColumnType.Integer, SqlKind.Integer),
            ["tinyint"] = (ColumnType.Integer, SqlKind.Integer),
            ["mediumint"] = (ColumnType.Integer, SqlKind.Integer),
            ["bigint"] = (ColumnType.BigInteger, SqlKind.BigInteger),
            ["real"] = (ColumnType.Float, SqlKind.Real),
            ["float"] = (ColumnType.Float, SqlKind.Float),
            ["double"] = (ColumnType.Float, SqlKind.Float),
            ["double precision"] = (ColumnType.Float, SqlKind.Float),
            ["numeric"] = (ColumnType.Decimal, SqlKind.Decimal),
            ["decimal"] = (ColumnType.Decimal, SqlKind.Decimal),
            ["boolean"] = (ColumnType.Boolean, SqlKind.Boolean),
            ["bool"] = (ColumnType.Boolean, SqlKind.Boolean),
            ["date"] = (ColumnType.Date, SqlKind.Date),
            ["time"] = (ColumnType.Time, SqlKind.Time),
            ["time without time zone"] = (ColumnType.Time, SqlKind.Time),
            ["datetime"] = (ColumnType.DateTime, SqlKind.DateTime),
            ["timestamp without time zone"] = (ColumnType.DateTime, SqlKind.DateTime),
            ["timestamp"] = (ColumnType.Timestamp, SqlKind.Timestamp),
            ["timestamp with time zone"] = (ColumnType.Timestamp, SqlKind.Timestamp),
            ["json"] = (ColumnType.Json, SqlKind.Json),
            ["jsonb"] = (ColumnType.Json, SqlKind.Json),
            ["uuid"] = (ColumnType.Uuid, SqlKind.Uuid),
            ["bytea"] = (ColumnType.Binary, SqlKind.Binary),
            ["blob"] = (ColumnType.Binary, SqlKind.Binary),
            ["geometry"] = (ColumnType.Geometry, SqlKind.Text),
            ["geography"] = (ColumnType.Geometry, SqlKind.Text),
            ["interval"] = (ColumnType.String, SqlKind.Other),
            ["time with time zone"] = (ColumnType.Time, SqlKind.Other),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // A type that is not known is at least readable as text.
    public static SqlKind KindOf(string dataType, int? maxLength = null) => IsUuidText(dataType, maxLength) ? SqlKind.Uuid
        : Known.TryGetValue(dataType, out var known) ? known.Kind
        : SqlKind.Text;

    public static bool IsKnown(string dataType) => Known.ContainsKey(dataType);

    /// <summary>What PostGIS calls a column, `geometry(Point,4326)`, in the words of the API: `POINT`; null for any other.</summary>
    public static string? GeometryOf(string declared)
    {
        var name = declared[(declared.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (!name.StartsWith("geometry", StringComparison.Ordinal)) return null;
        if (name.Length == "geometry".Length) return "GEOMETRY";
        return name["geometry".Length] == '(' ? name["geometry(".Length..].TrimEnd(')').Split(',')[0].ToUpperInvariant() : null;
    }

    /// <summary>The word that <see cref="GeometryOf"/> has for a column that was made to be of this type.</summary>
    public static string GeometryWord(ColumnType type) =>
        type == ColumnType.Geometry ? "GEOMETRY" : type.ToString()[nameof(ColumnType.Geometry).Length..].ToUpperInvariant();

    /// <summary>Whether a column with this type, in the words of the API, holds shapes that can be made here.</summary>
    public static bool IsGeometryWord(string dataType) =>
        Enum.GetValues<ColumnType>().Any(type => type >= ColumnType.Geometry && GeometryWord(type) == dataType);

    /// <summary>What a column holds; null for a type that is not known.</summary>
    public static ColumnType? TypeOf(ColumnSchema column) => column switch
    {
        { Kind: SqlKind.Geometry } => Geometry(column.DataType),
        _ when IsUuidText(column.DataType, column.MaxLength) => ColumnType.Uuid,
        // A type that somebody made may have any name.
        { Typed: true, Kind: SqlKind.Other, BaseType: null, DataType: not ("interval" or "time with time zone") } => null,
        _ => Known.TryGetValue(column.BaseType ?? column.DataType, out var known) ? known.Type : null,
    };

    private static ColumnType Geometry(string dataType) =>
        Enum.TryParse<ColumnType>(nameof(ColumnType.Geometry) + dataType, ignoreCase: true, out var type) ? type : ColumnType.Geometry;

    // SQLite has no type for uuids; char(36) is what Directus makes for them.
    private static bool IsUuidText(string dataType, int? maxLength) =>
        maxLength == 36 && dataType.Equals("char", StringComparison.OrdinalIgnoreCase);
}

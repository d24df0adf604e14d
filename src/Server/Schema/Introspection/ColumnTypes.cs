using System.Collections.Frozen;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>Types in the words of the databases → how their values travel, and what the API calls them.</summary>
internal static class ColumnTypes
{
    private static readonly FrozenDictionary<string, (FieldType Field, SqlKind Kind)> Known =
        new Dictionary<string, (FieldType, SqlKind)>(StringComparer.OrdinalIgnoreCase)
        {
            ["character varying"] = (FieldType.String, SqlKind.Text),
            ["varchar"] = (FieldType.String, SqlKind.Text),
            ["nvarchar"] = (FieldType.String, SqlKind.Text),
            ["character"] = (FieldType.String, SqlKind.Text),
            ["char"] = (FieldType.String, SqlKind.Text),
            ["nchar"] = (FieldType.String, SqlKind.Text),
            ["citext"] = (FieldType.Text, SqlKind.Text),
            ["text"] = (FieldType.Text, SqlKind.Text),
            ["clob"] = (FieldType.Text, SqlKind.Text),
            ["tinytext"] = (FieldType.Text, SqlKind.Text),
            ["mediumtext"] = (FieldType.Text, SqlKind.Text),
            ["longtext"] = (FieldType.Text, SqlKind.Text),
            ["integer"] = (FieldType.Integer, SqlKind.Integer),
            ["int"] = (FieldType.Integer, SqlKind.Integer),
            ["smallint"] = (FieldType.Integer, SqlKind.Integer),
            ["tinyint"] = (FieldType.Integer, SqlKind.Integer),
            ["mediumint"] = (FieldType.Integer, SqlKind.Integer),
            ["bigint"] = (FieldType.BigInteger, SqlKind.BigInteger),
            ["real"] = (FieldType.Float, SqlKind.Real),
            ["float"] = (FieldType.Float, SqlKind.Float),
            ["double"] = (FieldType.Float, SqlKind.Float),
            ["double precision"] = (FieldType.Float, SqlKind.Float),
            ["numeric"] = (FieldType.Decimal, SqlKind.Decimal),
            ["decimal"] = (FieldType.Decimal, SqlKind.Decimal),
            ["boolean"] = (FieldType.Boolean, SqlKind.Boolean),
            ["bool"] = (FieldType.Boolean, SqlKind.Boolean),
            ["date"] = (FieldType.Date, SqlKind.Date),
            ["time"] = (FieldType.Time, SqlKind.Time),
            ["time without time zone"] = (FieldType.Time, SqlKind.Time),
            ["datetime"] = (FieldType.DateTime, SqlKind.DateTime),
            ["timestamp without time zone"] = (FieldType.DateTime, SqlKind.DateTime),
            ["timestamp"] = (FieldType.Timestamp, SqlKind.Timestamp),
            ["timestamp with time zone"] = (FieldType.Timestamp, SqlKind.Timestamp),
            ["json"] = (FieldType.Json, SqlKind.Json),
            ["jsonb"] = (FieldType.Json, SqlKind.Json),
            ["uuid"] = (FieldType.Uuid, SqlKind.Uuid),
            ["bytea"] = (FieldType.Binary, SqlKind.Binary),
            ["blob"] = (FieldType.Binary, SqlKind.Binary),
            ["geometry"] = (FieldType.Geometry, SqlKind.Text),
            ["geography"] = (FieldType.Geometry, SqlKind.Text),
            ["interval"] = (FieldType.String, SqlKind.Other),
            ["time with time zone"] = (FieldType.Time, SqlKind.Other),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // A type that is not known is at least readable as text; the API calls it unknown.
    private static readonly (FieldType Field, SqlKind Kind) Other = (FieldType.Unknown, SqlKind.Text);

    public static SqlKind KindOf(string dataType, int? maxLength = null) =>
        IsUuidText(dataType, maxLength) ? SqlKind.Uuid : Known.GetValueOrDefault(dataType, Other).Kind;

    public static bool IsKnown(string dataType) => Known.ContainsKey(dataType);

    /// <summary>What PostGIS calls a column, `geometry(Point,4326)`, in the words of the API: `POINT`; null for any other.</summary>
    public static string? GeometryOf(string declared)
    {
        var name = declared[(declared.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (!name.StartsWith("geometry", StringComparison.Ordinal)) return null;
        if (name.Length == "geometry".Length) return "GEOMETRY";
        return name["geometry".Length] == '(' ? name["geometry(".Length..].TrimEnd(')').Split(',')[0].ToUpperInvariant() : null;
    }

    /// <summary>The word that <see cref="GeometryOf"/> has for a column that was made for a field of this type.</summary>
    public static string GeometryWord(FieldType type) =>
        type == FieldType.Geometry ? "GEOMETRY" : type.ToString()[nameof(FieldType.Geometry).Length..].ToUpperInvariant();

    /// <summary>Whether a column with this type, in the words of the API, holds shapes that can be made here.</summary>
    public static bool IsGeometryWord(string dataType) =>
        Enum.GetValues<FieldType>().Any(type => type.IsGeometry() && GeometryWord(type) == dataType);

    private static FieldType Geometry(string dataType) =>
        Enum.TryParse<FieldType>(nameof(FieldType.Geometry) + dataType, ignoreCase: true, out var type) ? type : FieldType.Geometry;

    public static FieldType FieldOf(ColumnSchema column) => column.Kind == SqlKind.Geometry ? Geometry(column.DataType) :
        IsUuidText(column.DataType, column.MaxLength) ? FieldType.Uuid
            // A type that somebody made may have any name.
            : column is { Typed: true, Kind: SqlKind.Other, BaseType: null } && column.DataType is not ("interval" or "time with time zone") ? FieldType.Unknown
            : Known.GetValueOrDefault(column.BaseType ?? column.DataType, Other).Field;

    // SQLite has no type for uuids; char(36) is what Directus makes for them.
    private static bool IsUuidText(string dataType, int? maxLength) =>
        maxLength == 36 && dataType.Equals("char", StringComparison.OrdinalIgnoreCase);
}

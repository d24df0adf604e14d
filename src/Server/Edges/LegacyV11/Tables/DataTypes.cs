using System.Collections.Frozen;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>The types of columns in API v1.1, those of MySQL, and the types of fields.</summary>
internal static class DataTypes
{
    private static readonly FrozenDictionary<FieldType, string> Told = new Dictionary<FieldType, string>
    {
        [FieldType.Integer] = "INT", [FieldType.BigInteger] = "BIGINT", [FieldType.Float] = "FLOAT", [FieldType.Decimal] = "DECIMAL",
        [FieldType.String] = "VARCHAR", [FieldType.Text] = "TEXT", [FieldType.Boolean] = "TINYINT", [FieldType.DateTime] = "DATETIME",
        [FieldType.Timestamp] = "TIMESTAMP", [FieldType.Date] = "DATE", [FieldType.Time] = "TIME", [FieldType.Json] = "JSON",
        [FieldType.Csv] = "TEXT", [FieldType.Uuid] = "CHAR(36)", [FieldType.Hash] = "VARCHAR", [FieldType.Binary] = "BLOB",
        [FieldType.Alias] = "ALIAS",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Taken = new Dictionary<string, string>
    {
        ["INT"] = "integer", ["INTEGER"] = "integer", ["SMALLINT"] = "integer", ["MEDIUMINT"] = "integer", ["TINYINT"] = "integer",
        ["YEAR"] = "integer", ["BIGINT"] = "bigInteger", ["FLOAT"] = "float", ["DOUBLE"] = "float", ["REAL"] = "float",
        ["DECIMAL"] = "decimal", ["NUMERIC"] = "decimal", ["VARCHAR"] = "string", ["CHAR"] = "string", ["ENUM"] = "string",
        ["TEXT"] = "text", ["TINYTEXT"] = "text", ["MEDIUMTEXT"] = "text", ["LONGTEXT"] = "text", ["BOOLEAN"] = "boolean", ["BOOL"] = "boolean",
        ["DATETIME"] = "dateTime", ["TIMESTAMP"] = "timestamp", ["DATE"] = "date", ["TIME"] = "time", ["JSON"] = "json", ["CSV"] = "csv",
        ["CHAR(36)"] = "uuid", ["UUID"] = "uuid", ["BLOB"] = "binary", ["GEOMETRY"] = "geometry", ["ALIAS"] = "alias",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Numbers of one digit were what toggles are stored in.
    private static readonly FrozenSet<string> Flags = FrozenSet.Create("toggle", "checkbox");

    public static string Of(FieldType type) =>
        Told.TryGetValue(type, out var told) ? told : type.IsGeometry() ? "GEOMETRY" : "VARCHAR";

    /// <summary>The type of a field for one of a column; 422 for what is none.</summary>
    public static string Read(string type, string? ui)
    {
        if (!Taken.TryGetValue(type.Trim(), out var read)) throw LegacyErrors.Refused($"The type [{type}] is unknown");
        return ui is not null && Flags.Contains(ui) && type.Equals("TINYINT", StringComparison.OrdinalIgnoreCase) ? "boolean" : read;
    }

    /// <summary>The special that a field needs to be of its type.</summary>
    public static string? Special(string type) => type switch
    {
        "boolean" => "cast-boolean",
        "json" => "cast-json",
        "csv" => "cast-csv",
        "hash" => "hash",
        _ => null,
    };
}

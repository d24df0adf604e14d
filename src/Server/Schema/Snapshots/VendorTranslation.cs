using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema.Snapshots;

/// <summary>A model of another database → how this database will tell the same columns.</summary>
internal static class VendorTranslation
{
    private const int UuidLength = 36;

    public static SnapshotDocument Translate(SnapshotDocument document, Dialect dialect)
    {
        var translated = document.Copy();
        foreach (var (name, part) in document.Fields)
        {
            if (part["schema"] is JsonObject column) translated.Fields[name] = Translate(part, column, dialect is PostgresDialect);
        }

        return translated;
    }

    private static JsonObject Translate(JsonObject part, JsonObject column, bool postgres)
    {
        if (SnapshotColumn.TypeOf(part, column) is not { } type || FieldDraftParser.ColumnTypeOf(type) is not { } wanted) return part;
        var schema = (JsonObject)column.DeepClone();
        var words = postgres ? Postgres(wanted) : Sqlite(wanted);
        schema["data_type"] = words.Type;
        schema["numeric_precision"] = wanted == ColumnType.Decimal ? schema["numeric_precision"]?.DeepClone() ?? 10 : words.Precision;
        schema["numeric_scale"] = wanted == ColumnType.Decimal ? schema["numeric_scale"]?.DeepClone() ?? 5 : words.Scale;
        schema["max_length"] = wanted switch
        {
            ColumnType.String => schema["max_length"]?.DeepClone() ?? 255,
            ColumnType.Uuid when !postgres => UuidLength,
            _ => null,
        };
        var result = (JsonObject)part.DeepClone();
        result["schema"] = schema;
        return result;
    }

    private static (string Type, int? Precision, int? Scale) Postgres(ColumnType type) => type switch
    {
        ColumnType.String => ("character varying", null, null),
        ColumnType.Integer => ("integer", 32, 0),
        ColumnType.BigInteger => ("bigint", 64, 0),
        ColumnType.Float => ("real", 24, null),
        ColumnType.Decimal => ("numeric", null, null),
        ColumnType.Time => ("time without time zone", null, null),
        ColumnType.DateTime => ("timestamp without time zone", null, null),
        ColumnType.Timestamp => ("timestamp with time zone", null, null),
        ColumnType.Binary => ("bytea", null, null),
        _ => (Plain(type), null, null),
    };

    private static (string Type, int? Precision, int? Scale) Sqlite(ColumnType type) => type switch
    {
        ColumnType.String => ("varchar", null, null),
        ColumnType.BigInteger => ("bigint", null, null),
        ColumnType.Uuid => ("char", null, null),
        ColumnType.Binary => ("blob", null, null),
        _ => (Plain(type), null, null),
    };

    private static string Plain(ColumnType type) => type < ColumnType.Geometry
        ? JsonNamingPolicy.CamelCase.ConvertName(type.ToString()).ToLowerInvariant()
        : ColumnTypes.GeometryWord(Enum.Parse<FieldType>(type.ToString()));
}

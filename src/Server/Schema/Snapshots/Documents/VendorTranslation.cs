using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Schema.Snapshots.Columns;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>A model of another database → how this database will tell the same columns.</summary>
internal static class VendorTranslation
{
    public static SnapshotDocument Translate(SnapshotDocument document, DdlDialect ddl)
    {
        var translated = document.Copy();
        foreach (var (name, part) in document.Fields)
        {
            if (part["schema"] is JsonObject column) translated.Fields[name] = Translate(part, column, ddl);
        }

        return translated;
    }

    private static JsonObject Translate(JsonObject part, JsonObject column, DdlDialect ddl)
    {
        if (SnapshotColumn.TypeOf(part, column) is not { } type || type.ToColumn() is not { } wanted) return part;
        var schema = (JsonObject)column.DeepClone();
        var (word, length, precision, scale) = ddl.WordOf(wanted);
        schema["data_type"] = word;
        schema["max_length"] = wanted == ColumnType.String ? schema["max_length"]?.DeepClone() ?? length : length;
        schema["numeric_precision"] = wanted == ColumnType.Decimal ? schema["numeric_precision"]?.DeepClone() ?? precision : precision;
        schema["numeric_scale"] = wanted == ColumnType.Decimal ? schema["numeric_scale"]?.DeepClone() ?? scale : scale;
        var result = (JsonObject)part.DeepClone();
        result["schema"] = schema;
        return result;
    }
}

using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>The rows of directus_collections, directus_fields and directus_relations, in the shape of `meta` in the API.</summary>
internal sealed record MetaRows(ImmutableArray<JsonObject> Collections, ImmutableArray<JsonObject> Fields,
    ImmutableArray<JsonObject> Relations)
{
    public static async Task<MetaRows> ReadAsync(DbSession session, IEnumerable<TableSchema> tables, CancellationToken cancellation)
    {
        var byName = tables.ToDictionary(table => table.Name);
        return new MetaRows(
            await ReadAsync(session, byName.GetValueOrDefault(SystemCollections.Collections), "collection", cancellation),
            await ReadAsync(session, byName.GetValueOrDefault(SystemCollections.Fields), "id", cancellation),
            await ReadAsync(session, byName.GetValueOrDefault(SystemCollections.Relations), "id", cancellation));
    }

    /// <summary>The rows that do not tell of these collections.</summary>
    public MetaRows Without(IReadOnlySet<string> collections) => collections.Count == 0 ? this : new(
        [.. Collections.Where(row => !collections.Contains((string)row["collection"]!))],
        [.. Fields.Where(row => !collections.Contains((string)row["collection"]!))],
        Relations);

    // The columns are those of the catalogue: an older or newer Directus has others.
    private static async Task<ImmutableArray<JsonObject>> ReadAsync(DbSession session, TableSchema? table, string order,
        CancellationToken cancellation)
    {
        if (table is null) return [];
        var known = SystemSchema.Instance.Tables[table.Name].Fields.ToDictionary(field => field.Name, field => field.Type);
        var columns = table.Columns.Select(column => (column.Name, Type: known.GetValueOrDefault(column.Name, "string"))).ToList();
        var sql = new SqlBuilder(session.Dialect).Append("select ")
            .List(columns, (builder, column) => builder.Name(column.Name))
            .Append(" from ").Name(table.Name).Append(" order by ").Name(order);
        return [.. await session.QueryAsync(sql.Build(), row => Read(row, columns), cancellation)];
    }

    private static JsonObject Read(DbDataReader row, List<(string Name, string Type)> columns)
    {
        var meta = new JsonObject();
        for (var i = 0; i < columns.Count; i++) meta[columns[i].Name] = Value(row, i, columns[i].Type);
        return meta;
    }

    private static JsonNode? Value(DbDataReader row, int column, string type)
    {
        if (row.IsDBNull(column)) return null;
        return type switch
        {
            "boolean" => JsonValue.Create(row.GetBoolean(column)),
            "integer" => JsonValue.Create(row.GetInt32(column)),
            "json" => Json(row.GetString(column)),
            "csv" => new JsonArray([.. Csv(row.GetString(column)).Select(entry => JsonValue.Create(entry))]),
            _ => JsonValue.Create(Convert.ToString(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)),
        };
    }

    private static string[] Csv(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A setting that somebody wrote by hand as plain text is shown as it is.
    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}

using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Presets;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>Tells of a table in all the words that the document has for it.</summary>
internal sealed class TableWriter(VisibleSchema visible, LegacyTable table, string database)
{
    private readonly Collection _collection = visible.Schema[table.Collection];

    public void Write(Utf8JsonWriter json, long rows, Preference preference)
    {
        var meta = _collection.Meta;
        json.WriteStartObject();
        foreach (var name in (string[])["id", "name", "table_name"]) json.WriteString(name, table.Name);
        json.WritePropertyName("columns"u8);
        WriteColumns(json);
        json.WriteString("primary_column"u8, table.Key.Name);
        json.WriteString("schema"u8, database);
        json.WriteBoolean("hidden"u8, (bool?)meta?["hidden"] ?? false);
        json.WriteBoolean("single"u8, _collection.Singleton);
        json.WriteBoolean("is_junction_table"u8,
            visible.Schema.Relations.Any(relation => relation.ManyCollection == table.Collection && relation.JunctionField is not null));
        json.WriteString("default_status"u8, Default(table.Status?.Field));
        json.WriteString("user_create_column"u8, With(FieldSpecials.UserCreated));
        json.WriteString("user_update_column"u8, With(FieldSpecials.UserUpdated));
        json.WriteString("date_create_column"u8, With(FieldSpecials.DateCreated));
        json.WriteString("date_update_column"u8, With(FieldSpecials.DateUpdated));
        // Directus 11 keeps no such dates.
        json.WriteNull("created_at"u8);
        json.WriteNull("date_created"u8);
        json.WriteString("comment"u8, (string?)meta?["note"] ?? "");
        json.WriteNumber("row_count"u8, rows);
        json.WriteBoolean("footer"u8, false);
        foreach (var name in (string[])["list_view", "column_groupings", "filter_column_blacklist"]) json.WriteNull(name);
        json.WritePropertyName("preferences"u8);
        preference.Write(json);
        json.WriteEndObject();
    }

    public void WriteColumns(Utf8JsonWriter json)
    {
        var columns = new ColumnWriter(visible, _collection, table.Name);
        json.WriteStartArray();
        foreach (var (name, field) in Columns()) columns.Write(json, field, name);
        json.WriteEndArray();
    }

    public void WriteColumn(Utf8JsonWriter json, string name) =>
        new ColumnWriter(visible, _collection, table.Name).Write(json, Find(name), name);

    /// <summary>The field behind a column; 404 when there is none that the caller may read.</summary>
    public Field Find(string name) => Columns().FirstOrDefault(column => column.Name == name).Field ?? throw LegacyErrors.Column(name);

    // Of the system's tables those that are fields of Directus 11.
    private IEnumerable<(string Name, Field Field)> Columns() => _collection.IsSystem
        ? table.Columns.Where(column => column is { Field: not null, Hidden: false }).Select(column => (column.Name, column.Field!))
        : LegacyTables.InOrder(visible.Fields(_collection)).Select(field => (field.Name, field));

    private string? With(FieldSpecials special) => visible.Fields(_collection).FirstOrDefault(field => field.Has(special))?.Name;

    private static string? Default(Field? field) => field?.Column is { } column ? SchemaJson.Default(field, column)?.ToString() : null;
}

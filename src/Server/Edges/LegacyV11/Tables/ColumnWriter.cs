using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>Tells of columns in all the words that the document has for them.</summary>
/// <param name="visible">What the caller may read.</param>
/// <param name="collection">The collection that they belong to.</param>
/// <param name="table">Its name.</param>
internal sealed class ColumnWriter(VisibleSchema visible, Collection collection, string table)
{
    private const int NoPlace = 9_999;
    private const FieldSpecials Noted = FieldSpecials.DateCreated | FieldSpecials.DateUpdated | FieldSpecials.UserCreated | FieldSpecials.UserUpdated;

    public void Write(Utf8JsonWriter json, Field field, string name)
    {
        json.WriteStartObject();
        WriteNames(json, name);
        WriteType(json, field);
        WriteUse(json, field);
        WriteRelation(json, ColumnRelation.Of(visible, field));
        json.WriteString("comment"u8, (string?)field.Meta?["note"] ?? "");
        json.WriteEndObject();
    }

    private void WriteNames(Utf8JsonWriter json, string name)
    {
        json.WriteString("id"u8, name);
        json.WriteString("name"u8, name);
        json.WriteString("column_name"u8, name);
        json.WriteString("table_name"u8, table);
    }

    private static void WriteType(Utf8JsonWriter json, Field field)
    {
        var (type, column) = (DataTypes.Of(field.Type), field.Column);
        json.WriteString("type"u8, type);
        json.WriteString("data_type"u8, type);
        json.WriteString("column_type"u8, ColumnType(field, type));
        WriteNumber(json, "length", column?.MaxLength);
        json.WriteString("char_length"u8, column?.MaxLength?.ToString(CultureInfo.InvariantCulture));
        WriteNumber(json, "precision", column?.Precision);
        WriteNumber(json, "scale", column?.Scale);
        json.WriteNumber("sort"u8, (int?)field.Meta?["sort"] ?? NoPlace);
        json.WriteString("default_value"u8, column is { AutoIncrement: false } ? SchemaJson.Default(field, column)?.ToString() : null);
        json.WriteBoolean("nullable"u8, column?.Nullable ?? true);
        json.WriteString("is_nullable"u8, column is { Nullable: false } ? "NO" : "YES");
        json.WriteString("column_key"u8, column is { PrimaryKey: true } ? "PRI" : column is { Unique: true } ? "UNI" : null);
    }

    private void WriteUse(Utf8JsonWriter json, Field field)
    {
        var hidden = (bool?)field.Meta?["hidden"] ?? false;
        json.WriteStartArray("extra_options"u8);
        json.WriteEndArray();
        json.WritePropertyName("options"u8);
        WriteOptions(json, field);
        json.WriteBoolean("required"u8, (bool?)field.Meta?["required"] ?? false);
        json.WriteBoolean("system"u8, IsOwn(field));
        json.WriteBoolean("master"u8, false);
        json.WriteBoolean("is_writable"u8, !((bool?)field.Meta?["readonly"] ?? false));
        json.WriteString("ui"u8, Interfaces.Of(field));
        json.WriteBoolean("hidden"u8, hidden);
        json.WriteBoolean("hidden_list"u8, hidden);
        json.WriteBoolean("hidden_input"u8, hidden);
    }

    /// <summary>The options of a column's interface; an empty list when it has none, as it was told.</summary>
    public static void WriteOptions(Utf8JsonWriter json, Field field)
    {
        if (field.Meta?["options"] is JsonObject { Count: > 0 } options)
        {
            options.WriteTo(json);
            return;
        }

        json.WriteStartArray();
        json.WriteEndArray();
    }

    private static void WriteRelation(Utf8JsonWriter json, ColumnRelation? relation)
    {
        json.WritePropertyName("relationship"u8);
        if (relation is null) json.WriteNullValue();
        else relation.Write(json);
        json.WriteString("relationship_type"u8, relation?.Type);
        json.WriteString("related_table"u8, relation?.Table);
        json.WriteString("junction_table"u8, relation?.Junction);
        json.WriteString("junction_key_left"u8, relation?.Left);
        json.WriteString("junction_key_right"u8, relation?.Right);
    }

    // What the table lives by: its key, its status, its order, who and when.
    private bool IsOwn(Field field) => field == collection.PrimaryKey || field.Name == collection.SortField || field.Has(Noted)
        || field.Name == (string?)collection.Meta?["archive_field"];

    private static string ColumnType(Field field, string type)
    {
        var plain = type.ToLowerInvariant();
        return field.Type switch
        {
            FieldType.Integer => "int(11)",
            FieldType.BigInteger => "bigint(20)",
            FieldType.Boolean => "tinyint(1)",
            FieldType.Decimal when field.Column is { Precision: { } precision } column => string.Create(CultureInfo.InvariantCulture,
                $"decimal({precision},{column.Scale ?? 0})"),
            _ when field.Column?.MaxLength is { } length && plain == "varchar" => string.Create(CultureInfo.InvariantCulture, $"varchar({length})"),
            _ => plain,
        };
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }
}

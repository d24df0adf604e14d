using System.Collections.Frozen;
using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Body of a field → draft.</summary>
internal static class FieldDraftParser
{
    private const int LongestText = 10_485_760;
    private const int MostDigits = 1000;

    private static readonly FrozenSet<string> AliasTypes = FrozenSet.Create("alias", "o2m", "m2m", "m2a", "o2a", "files", "translations");

    private const string TypeNames = "bigInteger, boolean, date, dateTime, decimal, float, integer, json, string, text, time, timestamp, " +
        "binary, uuid, alias, hash, csv, geometry, geometry.Point, geometry.LineString, geometry.Polygon, geometry.MultiPoint, " +
        "geometry.MultiLineString, geometry.MultiPolygon, unknown, o2m, m2m, m2a, o2a, files, translations, null";

    private static readonly FrozenSet<string> KnownTypes = TypeNames.Split(", ").ToFrozenSet();

    public static FieldDraft Parse(JsonElement body)
    {
        var name = SchemaNames.Field(body);
        var type = Type(body);
        var meta = JsonInput.Object(body, "meta");
        var schema = JsonInput.Object(body, "schema");
        if (type is null && meta is null) throw SchemaRefusals.Required("type");
        return type is null or FieldType.Alias
            ? new FieldDraft(name, FieldType.Alias, null, meta ?? EmptyObject())
            : new FieldDraft(name, type.Value, Column(name, type.Value, schema), meta);
    }

    /// <summary>The type that a field is to get; null when none is given, or the one that it has: what a client was told it may send back.</summary>
    public static FieldType? Type(JsonElement body, Field field) =>
        body.TryGetProperty("type", out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(field.Type.ToApi())
            ? null
            : Type(body);

    /// <summary>The type asked for; null when there is none.</summary>
    public static FieldType? Type(JsonElement body)
    {
        if (!body.TryGetProperty("type", out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw UnknownType("type");
        var name = value.GetString()!;
        RequireKnown(name, "type");
        if (AliasTypes.Contains(name)) return FieldType.Alias;
        return FieldTypeNames.TryParse(name, out var type) && type.ToColumn() is not null
            ? type
            : throw DirectusException.InvalidPayload($"Fields of type \"{name}\" can't be created");
    }

    /// <summary>Refuses what is no name of a type.</summary>
    public static void RequireKnown(string type, string path)
    {
        if (!KnownTypes.Contains(type)) throw UnknownType(path);
    }

    private static DirectusException UnknownType(string path) => SchemaRefusals.MustBe(path, $"one of [{TypeNames}]");

    public static ColumnDefinition Column(string name, FieldType type, JsonElement? schema)
    {
        var column = new ColumnDefinition(name, type.ToColumn()!.Value);
        if (schema is not { } asked) return column;
        var counts = JsonInput.Flag(asked, "has_auto_increment", "schema.has_auto_increment") ?? false;
        // What counts is a key, unless it is said not to be one.
        var primary = JsonInput.Flag(asked, "is_primary_key", "schema.is_primary_key") ?? counts;
        var given = asked.TryGetProperty("default_value", out var value);
        // A counter is told as a default, but makes one of its own.
        var counter = given && primary && DefaultParser.IsCounter(value);
        var definition = Sized(column, asked) with
        {
            PrimaryKey = primary,
            AutoIncrement = counter || counts,
            Nullable = !primary && (JsonInput.Flag(asked, "is_nullable", "schema.is_nullable") ?? true),
            Unique = JsonInput.Flag(asked, "is_unique", "schema.is_unique") ?? false,
            Indexed = JsonInput.Flag(asked, "is_indexed", "schema.is_indexed") ?? false,
            Comment = JsonInput.Text(asked, "comment", "schema.comment"),
            Default = given && !counter ? DefaultParser.Parse(value, column.Type) : null,
        };
        Check(definition);
        return definition;
    }

    /// <summary>The column with the sizes that are asked for.</summary>
    public static ColumnDefinition Sized(ColumnDefinition column, JsonElement schema)
    {
        var sized = column with
        {
            Length = JsonInput.Number(schema, "max_length", "schema.max_length", 1, LongestText) ?? column.Length,
            Precision = JsonInput.Number(schema, "numeric_precision", "schema.numeric_precision", 1, MostDigits) ?? column.Precision,
            Scale = JsonInput.Number(schema, "numeric_scale", "schema.numeric_scale", 0, MostDigits) ?? column.Scale,
        };
        if (sized.Type == ColumnType.Decimal && sized is { Precision: { } digits, Scale: { } fraction } && fraction > digits)
        {
            throw DirectusException.InvalidPayload("\"schema.numeric_scale\" can't be greater than \"schema.numeric_precision\"");
        }

        // A scale of its own would exceed the precision that stands in for a missing one.
        if (sized.Type == ColumnType.Decimal && sized is { Precision: null, Scale: > 10 }) throw SchemaRefusals.Required("schema.numeric_precision");
        return sized is { Type: ColumnType.Decimal, Precision: < 5, Scale: null } ? sized with { Scale = 0 } : sized;
    }

    public static void Check(ColumnDefinition column)
    {
        if (column.AutoIncrement && (!column.PrimaryKey || column.Type is not (ColumnType.Integer or ColumnType.BigInteger)))
        {
            throw DirectusException.InvalidPayload($"Field \"{column.Name}\" can't have auto increment: it is no integer primary key");
        }

        if (Keyed(column) && column.Type is ColumnType.Json or >= ColumnType.Binary)
        {
            throw DirectusException.InvalidPayload($"Field \"{column.Name}\" can't be a key, unique or indexed because of its type");
        }
    }

    private static bool Keyed(ColumnDefinition column) => column.PrimaryKey || column.Unique || column.Indexed;

    private static JsonElement EmptyObject() => JsonDocument.Parse("{}").RootElement;
}

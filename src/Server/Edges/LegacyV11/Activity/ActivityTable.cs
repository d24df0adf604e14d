using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Activity;

/// <summary>directus_activity, with what the revisions of it hold.</summary>
internal static class ActivityTable
{
    public const string Name = SystemCollections.Activity;

    private static readonly LegacyRelation User = new(SystemCollections.Users) { KeyOnly = true };

    public static LegacyTable Of(Caller caller)
    {
        var columns = new SystemColumns(caller, Name);
        var key = columns.Of("id", "id");
        return new LegacyTable(Name, Name,
        [
            key,
            columns.Made("identifier", [Field("collection"), Revisions("data")], (item, json) => WriteIdentifier(caller.Schema, item, json)),
            columns.Of("action", "action", ActivityKinds.Actions),
            columns.Of("table_name", "collection", ValueForms.Words(TableNames.Of, TableNames.CollectionOf)),
            columns.Of("row_id", "item", ValueForm.Plain with { Out = WriteKey }),
            columns.Of("user", "user", ValueForms.Alias, User),
            columns.Of("datetime", "timestamp"),
            columns.Made("type", ["collection", "action"], ActivityKinds.Write) with { Source = "collection", Form = ActivityKinds.Types },
            columns.Made("data", [Revisions("data")], (item, json) => WriteRevision(item, "data", json)),
            columns.Made("delta", [Revisions("delta")], (item, json) => WriteRevision(item, "delta", json)),
            SystemColumns.Null("parent_id"),
            SystemColumns.Null("parent_table"),
            SystemColumns.Constant("parent_changed", static json => json.WriteNumberValue(0)),
            columns.Of("logged_ip", "ip"),
            columns.Of("user_agent", "user_agent"),
        ])
        {
            Key = key, Order = new SortTerm([new FieldPath("id")], Descending: true),
        };
    }

    // What is told of a row is told by its first text.
    private static void WriteIdentifier(DatabaseSchema schema, JsonElement item, Utf8JsonWriter json)
    {
        var data = Revision(item, "data");
        var known = schema.TryGetCollection(LegacyParameters.TextOf(item.GetProperty("collection")) ?? "", out var collection);
        var first = !known || data.ValueKind != JsonValueKind.Object
            ? null
            : collection!.Fields.Where(field => field is { Type: FieldType.String or FieldType.Text, Masked: false })
                .Select(field => data.TryGetProperty(field.Name, out var value) ? value : default)
                .Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()).FirstOrDefault();
        json.WriteStringValue(first);
    }

    private static void WriteRevision(JsonElement item, string name, Utf8JsonWriter json)
    {
        var value = Revision(item, name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) json.WriteNullValue();
        else json.WriteStringValue(value.GetRawText());
    }

    private static JsonElement Revision(JsonElement item, string name) =>
        item.GetProperty("revisions") is { ValueKind: JsonValueKind.Array } revisions && revisions.GetArrayLength() > 0
            && revisions[0].ValueKind == JsonValueKind.Object ? revisions[0].GetProperty(name) : default;

    private static void WriteKey(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else if (RawJson.Text(value) is var key && long.TryParse(key, out var number) && key == $"{number}") json.WriteNumberValue(number);
        else json.WriteStringValue(key);
    }

    private static FieldSelection Revisions(string field) => Field("revisions", Field(field));

    private static FieldSelection Field(string name, params ImmutableArray<FieldSelection> children) => new(new FieldPath(name), children);
}

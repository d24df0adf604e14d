using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Makes new fields, and writes their settings.</summary>
internal static class FieldCreation
{
    /// <summary>Makes a field of a collection that there is.</summary>
    public static async Task<FieldDraft> RunAsync(EditSession edit, string collection, JsonElement body)
    {
        var target = edit.Require(collection);
        JsonInput.RequireObject(body);
        JsonInput.AllowOnly(body, "collection", "field", "type", "meta", "schema");
        var draft = FieldDraftParser.Parse(body);
        if (target.TryGetField(draft.Name, out _))
        {
            throw DirectusException.InvalidPayload($"Field \"{draft.Name}\" already exists in collection \"{collection}\"");
        }

        if (draft.Column is { PrimaryKey: true })
            throw DirectusException.InvalidPayload($"Collection \"{collection}\" already has a primary key");
        edit.Subject = (collection, draft.Name);
        if (draft.Column is { } column) await edit.Tables.AddColumnAsync(collection, column);
        await InsertMetaAsync(edit, collection, draft, NextSort(target, draft.Meta));
        return draft;
    }

    public static async Task InsertMetaAsync(EditSession edit, string collection, FieldDraft field, int sort)
    {
        if (field.Meta is not { } meta) return;
        var values = MetaValues.Parse(SystemCollections.Fields, meta, "id", "collection", "field");
        if (!values.Any(value => value is { Column: "sort", Value: not null }))
        {
            values.RemoveAll(value => value.Column == "sort");
            values.Add(new MetaValue("sort", sort, SqlKind.Integer));
        }

        AddJsonCast(field.Type, values);
        await edit.Meta.InsertAsync(SystemCollections.Fields,
            [new MetaValue("collection", collection), new MetaValue("field", field.Name), .. values]);
    }

    /// <summary>The place after the last field of the same group.</summary>
    public static int NextSort(Collection collection, JsonElement? meta)
    {
        var group = meta is { } settings && settings.TryGetProperty("group", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
        return 1 + collection.Fields.Select(field => field.Meta)
            .Where(row => row is not null && row["system"] is null && (string?)row["group"] == group)
            .Max(row => (int?)row!["sort"] ?? 0, otherwise: 0);
    }

    // Without it the column's JSON would be answered as text by a database that has no type for it.
    private static void AddJsonCast(FieldType type, List<MetaValue> values)
    {
        if (type != FieldType.Json) return;
        var at = values.FindIndex(value => value.Column == "special");
        var special = at < 0 ? "" : (string?)values[at].Value ?? "";
        if (special.Split(',').Contains("cast-json")) return;
        var added = new MetaValue("special", special.Length == 0 ? "cast-json" : special + ",cast-json");
        if (at < 0) values.Add(added);
        else values[at] = added;
    }

    private static int Max(this IEnumerable<JsonObject?> rows, Func<JsonObject?, int> value, int otherwise) =>
        rows.Select(value).DefaultIfEmpty(otherwise).Max();
}

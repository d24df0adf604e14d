using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Files;

/// <summary>directus_files. What says whose content it is, and what the content says itself, is not written.</summary>
internal static class FileTable
{
    public const string Name = SystemCollections.Files;

    private const string Active = "1";

    private static readonly ValueForm Address = ValueForm.Plain with { Out = WriteAddress };
    private static readonly ValueForm Place = ValueForm.Plain with { Out = WriteText };
    private static readonly ValueForm Tags = new(WriteTags, ReadTags);
    private static readonly ValueForm Moment = ValueForm.Plain with { Out = WriteMoment };

    public static LegacyTable Of(Caller caller)
    {
        var columns = new SystemColumns(caller, Name);
        var key = columns.Of("id", "id", ValueForms.Alias);
        LegacyColumn[] known =
        [
            key,
            SystemColumns.Constant("active", static json => json.WriteNumberValue(1)),
            columns.Of("name", "filename_disk") with { Writable = false },
            columns.Of("url", "id", Address) with { Writable = false },
            columns.Of("title", "title"),
            columns.Of("location", "location", Place),
            columns.Of("caption", "description"),
            columns.Of("type", "type") with { Writable = false },
            columns.Of("charset", "charset"),
            columns.Of("tags", "tags", Tags),
            columns.Of("width", "width") with { Writable = false },
            columns.Of("height", "height") with { Writable = false },
            columns.Of("size", "filesize") with { Writable = false },
            columns.Of("embed_id", "embed"),
            columns.Of("user", "uploaded_by", ValueForms.Alias) with { Writable = false },
            columns.Of("date_uploaded", "uploaded_on", Moment) with { Writable = false },
            columns.Of("storage_adapter", "storage") with { Writable = false },
        ];
        var names = known.Select(column => column.Name).ToHashSet();
        return new LegacyTable(Name, Name, [.. known, .. LegacyTables.Custom(caller, Name).Where(column => !names.Contains(column.Name))])
        {
            Key = key,
            AllActive = true,
            StatusCondition = numbers => numbers.Contains(Active) ? FilterNode.All : Conditions.Never("id"),
            Order = new SortTerm([new FieldPath("id")], Descending: false),
            Rules = FileTableRules.Instance,
        };
    }

    private static void WriteAddress(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else json.WriteStringValue($"/assets/{RawJson.Text(value)}");
    }

    private static void WriteText(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteStringValue("");
        else RawJson.WriteRaw(json, value);
    }

    private static void WriteTags(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else if (value[0] != (byte)'[') RawJson.WriteRaw(json, value);
        else json.WriteStringValue(string.Join(',', JsonElement.Parse(value).EnumerateArray().Select(LegacyParameters.TextOf)));
    }

    private static JsonNode? ReadTags(JsonElement given) =>
        LegacyParameters.ListOf(given) is { Count: > 0 } tags ? new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) : null;

    // 2013-11-15 04:30:52 UTC
    private static void WriteMoment(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else if (DateTimeOffset.TryParse(RawJson.Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            json.WriteStringValue(moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        else RawJson.WriteRaw(json, value);
    }
}

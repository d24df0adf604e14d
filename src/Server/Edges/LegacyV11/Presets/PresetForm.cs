using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>A preset (directus_presets) ↔ a preference. The app's table layout has most of it; what there is no place for stands beside
/// it in the same value.</summary>
internal static class PresetForm
{
    public const string Layout = "tabular";
    public const string Kept = "legacy";

    private const int UsualColumns = 6;

    /// <summary>What of a preset is read.</summary>
    public static readonly string[] Fields = ["id", "bookmark", "search", "layout_query"];

    /// <summary>What is usual for a table.</summary>
    public static Preference Usual(LegacyTable table, long user, string? title) => new(null, user, table.Name, title)
    {
        Columns = [.. table.Columns.Where(column => !column.Hidden).Take(UsualColumns).Select(column => column.Name)], Sort = table.Key.Name,
    };

    /// <summary>What is stored, and where nothing is, what is usual. Columns that the caller may not read are left out.</summary>
    public static Preference Of(JsonElement preset, LegacyTable table, long user)
    {
        var (layout, kept) = (Part(preset, Layout), Part(preset, Kept));
        var usual = Usual(table, user, LegacyParameters.TextOf(preset.GetProperty("bookmark")));
        var columns = Texts(layout, "fields").Select(name => Told(table, name)).OfType<string>().ToList();
        var sort = Texts(layout, "sort").FirstOrDefault();
        var sorted = sort is null ? null : Told(table, sort.TrimStart('-'));
        return usual with
        {
            Id = preset.GetProperty("id").GetInt64(),
            Columns = columns.Count > 0 ? columns : usual.Columns,
            Sort = sorted ?? usual.Sort,
            Descending = sorted is not null && sort!.StartsWith('-'),
            Status = Texts(kept, "status").FirstOrDefault() ?? Preference.UsualStatus,
            Search = LegacyParameters.TextOf(preset.GetProperty("search")),
        };
    }

    /// <summary>The preset with what was given.</summary>
    /// <param name="preset">What is stored; undefined for nothing.</param>
    /// <param name="given">What was given.</param>
    /// <param name="before">How that is told now.</param>
    public static JsonObject Change(JsonElement preset, PreferenceInput given, Preference before)
    {
        var query = preset.ValueKind == JsonValueKind.Object && preset.GetProperty("layout_query") is { ValueKind: JsonValueKind.Object } stored
            ? JsonObject.Create(stored)!
            : [];
        if (given.Columns is { } columns) At(query, Layout)["fields"] = new JsonArray([.. columns.Select(column => (JsonNode)column.Source!)]);
        if (given.Sort is not null || given.Descending is not null)
        {
            var descending = given.Descending ?? before.Descending;
            At(query, Layout)["sort"] = new JsonArray((descending ? "-" : "") + (given.Sort ?? given.Table.Column(before.Sort)).Source);
        }

        if (given.Status is { } status) At(query, Kept)["status"] = status;
        var change = new JsonObject { ["layout_query"] = query };
        if (given.HasSearch) change["search"] = given.Search;
        return change;
    }

    /// <summary>An object within the query of the layouts.</summary>
    public static JsonObject At(JsonObject query, string name)
    {
        if (query[name] is not JsonObject part) query[name] = part = [];
        return part;
    }

    /// <summary>What is kept for API v1.1 alone.</summary>
    public static string? KeptText(JsonElement preset, string name) => Texts(Part(preset, Kept), name).FirstOrDefault();

    private static string? Told(LegacyTable table, string field) =>
        table.Columns.FirstOrDefault(column => column.Source == field && !column.Hidden)?.Name;

    private static JsonElement Part(JsonElement preset, string name) =>
        preset.GetProperty("layout_query") is { ValueKind: JsonValueKind.Object } query && query.TryGetProperty(name, out var part) ? part : default;

    private static IEnumerable<string> Texts(JsonElement part, string name)
    {
        if (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty(name, out var value)) return [];
        var values = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        return values.Select(LegacyParameters.TextOf).OfType<string>();
    }
}

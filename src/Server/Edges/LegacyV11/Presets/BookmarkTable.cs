using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>directus_bookmarks: presets that have a bookmark.</summary>
internal static class BookmarkTable
{
    public const string Name = "directus_bookmarks";
    public const string Url = "url";
    public const string Section = "section";

    private const string UsualSection = "search";

    private static readonly LegacyRelation User = new(SystemCollections.Users) { KeyOnly = true };

    /// <param name="caller">Who sees them.</param>
    /// <param name="more">Which of them; null for all that they may read.</param>
    public static LegacyTable Of(Caller caller, FilterNode? more = null)
    {
        var columns = new SystemColumns(caller, SystemCollections.Presets);
        var key = columns.Of("id", "id");
        var marked = Conditions.Null("bookmark", holds: false);
        return new LegacyTable(Name, SystemCollections.Presets,
        [
            key,
            columns.Of("user", "user", ValueForms.Alias, User),
            columns.Of("title", "bookmark"),
            columns.Made(Url, ["bookmark", "collection", "layout_query"], WriteUrl),
            SystemColumns.Null("icon_class"),
            SystemColumns.Null("active"),
            columns.Made(Section, ["layout_query"], WriteSection),
        ])
        {
            Key = key,
            Always = more is null ? marked : Conditions.All([marked, more]),
            Order = new SortTerm([new FieldPath("id")], Descending: false),
        };
    }

    /// <summary>Where a bookmark of a table leads to.</summary>
    public static string UrlOf(string table, string title) => $"tables/{table}/pref/{title}";

    /// <summary>The table that such a place is in; null for other places.</summary>
    public static string? TableOf(string url) =>
        url.Trim('/').Split('/') is ["tables", { Length: > 0 } table, "pref", ..] ? table : null;

    private static void WriteUrl(JsonElement preset, Utf8JsonWriter json)
    {
        var title = LegacyParameters.TextOf(preset.GetProperty("bookmark"));
        var usual = LegacyParameters.TextOf(preset.GetProperty("collection")) is { } collection
            ? UrlOf(TableNames.Of(collection), title ?? "")
            : null;
        json.WriteStringValue(PresetForm.KeptText(preset, Url) ?? usual);
    }

    private static void WriteSection(JsonElement preset, Utf8JsonWriter json) =>
        json.WriteStringValue(PresetForm.KeptText(preset, Section) ?? UsualSection);
}

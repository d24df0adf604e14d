using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>What of a preference was given; null for what was not.</summary>
internal sealed record PreferenceInput(LegacyTable Table, IReadOnlyList<LegacyColumn>? Columns, LegacyColumn? Sort, bool? Descending, string? Status)
{
    /// <summary>Whether a text to search by was given, be it none.</summary>
    public bool HasSearch { get; private init; }

    public string? Search { get; private init; }

    /// <summary>404 for a column that the table has not.</summary>
    public static PreferenceInput Read(LegacyTable table, JsonElement fields)
    {
        var columns = fields.TryGetProperty("columns_visible", out var list) ? LegacyParameters.ListOf(list) : null;
        var status = fields.TryGetProperty("status", out var statuses) ? LegacyParameters.ListOf(statuses) : null;
        return new PreferenceInput(table, columns?.Select(name => Stored(table, name)).ToList(),
            Text(fields, "sort") is { Length: > 0 } sort ? Stored(table, sort) : null,
            Text(fields, "sort_order") is { Length: > 0 } order ? IsDescending(order) : null,
            status is null ? null : string.Join(',', status))
        {
            HasSearch = fields.TryGetProperty("search_string", out _),
            Search = Text(fields, "search_string") is { Length: > 0 } search ? search : null,
        };
    }

    public static string? Text(JsonElement fields, string name) => fields.TryGetProperty(name, out var value) ? LegacyParameters.TextOf(value) : null;

    private static LegacyColumn Stored(LegacyTable table, string name) =>
        table.Column(name) is { Source: not null } column ? column : throw LegacyErrors.Refused($"The column [{name}] is the same for all rows");

    private static bool IsDescending(string order) => order.ToUpper(CultureInfo.InvariantCulture) switch
    {
        "ASC" => false,
        "DESC" => true,
        _ => throw LegacyErrors.Refused($"The order [{order}] is neither ASC nor DESC"),
    };
}

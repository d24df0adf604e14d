using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>Reads the global query parameters from JSON: a query string turned to JSON, the `query` of a SEARCH body or a
/// gRPC message. Values of query strings are texts; they are turned to types where the schema is known. Parameters that
/// do not exist are ignored, those that make no sense are INVALID_QUERY.</summary>
public static partial class ItemQueryParser
{
    /// <param name="json">The parameters.</param>
    /// <param name="limits">Their bounds.</param>
    /// <param name="above">Relations between the root and the items that are asked for.</param>
    public static ItemQuery Parse(JsonElement json, QueryLimits limits, int above = 0)
    {
        if (json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return ItemQuery.Default;
        if (json.ValueKind != JsonValueKind.Object) throw DirectusException.InvalidQuery("\"query\" must be of type object");
        var query = ItemQuery.Default;
        foreach (var property in json.EnumerateObject())
        {
            // What is given as nothing is not given. `limit=` alone is a number to Directus: 0.
            var (name, value) = (property.Name, property.Value);
            if (value.ValueKind == JsonValueKind.Null && name != "filter") continue;
            query = name switch
            {
                "deep" => query with { Deep = Deep(value, limits, above) },
                "meta" => Meta(query, value),
                "export" => query with { Export = Export(value) },
                "version" => query with { Version = Version(value) },
                "versionRaw" => query with { VersionRaw = IsTrue(value) },
                "at" => query with { At = At(value) },
                "backlink" => query with { Backlink = !IsFalse(value) },
                _ => Apply(query, name, value, limits, above),
            };
        }

        return query;
    }

    // The parameters that a query of a relation has too.
    private static ItemQuery Apply(ItemQuery query, string name, JsonElement value, QueryLimits limits, int above) => name switch
    {
        "fields" => query with { Fields = Fields(value, limits) },
        "filter" => query with { Filter = Filter(value, limits, above) },
        "search" => query with { Search = Search(value) },
        "sort" => query with { Sort = Sort(value, limits, above) },
        "limit" => query with { Limit = Limit(value, limits) },
        "offset" => query with { Offset = Number(value, "offset", 0) },
        "page" => query with { Page = Number(value, "page", 0) is var page and > 0 ? page : null },
        "aggregate" => query with { Aggregates = Aggregates(value, limits) },
        "groupBy" => query with { GroupBy = GroupBy(value, limits) },
        "alias" => query with { Alias = Alias(value, limits) },
        _ => query,
    };

    private static FilterNode Filter(JsonElement value, QueryLimits limits, int above)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value.ValueKind == JsonValueKind.Null ? FilterNode.All : FilterParser.ParseAsked(value, limits, above);
        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text)) return FilterNode.All;
        return FilterParser.ParseAsked(Json(text) ?? throw DirectusException.InvalidQuery("Invalid JSON for filter object"), limits, above);
    }

    private static string? Search(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw DirectusException.InvalidQuery("\"search\" must be a string"),
        };
        return text.Length == 0 ? null : text;
    }

    private static ItemQuery Meta(ItemQuery query, JsonElement value)
    {
        var names = Texts(value, "meta");
        for (var i = 0; i < names.Count; i++)
        {
            query = names[i] switch
            {
                "*" => query with { TotalCount = true, FilterCount = true },
                "total_count" => query with { TotalCount = true },
                "filter_count" => query with { FilterCount = true },
                _ => throw DirectusException.InvalidQuery($"\"meta[{i}]\" must be one of [total_count, filter_count]"),
            };
        }

        return query;
    }

    private static string? Export(JsonElement value)
    {
        var format = value.ValueKind == JsonValueKind.String ? value.GetString() : "?";
        return format switch
        {
            "" => null,
            "csv" or "csv_utf8" or "json" or "xml" or "yaml" => format,
            _ => throw DirectusException.InvalidQuery("\"export\" must be one of [csv, csv_utf8, json, xml, yaml]"),
        };
    }

    private static string? Version(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) throw DirectusException.InvalidQuery("\"version\" must be a string");
        return value.GetString() is "" or "main" ? null : value.GetString();
    }

    private static DateTimeOffset? At(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is "") return null;
        return value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw DirectusException.InvalidQuery("\"at\" must be a moment in ISO 8601");
    }

    private static bool IsTrue(JsonElement value) => value.ValueKind == JsonValueKind.True
        || (value.ValueKind == JsonValueKind.String && (value.ValueEquals("true") || value.ValueEquals("1") || value.ValueEquals("")));

    private static bool IsFalse(JsonElement value) =>
        value.ValueKind == JsonValueKind.False || (value.ValueKind == JsonValueKind.String && (value.ValueEquals("false") || value.ValueEquals("0")));

    /// <summary>The JSON of a text, null when it is none.</summary>
    private static JsonElement? Json(string text)
    {
        try
        {
            return JsonText.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

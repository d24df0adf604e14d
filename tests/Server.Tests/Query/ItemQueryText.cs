using System.Text;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>Prints a query in the order of its parts, leaving out what was not asked.</summary>
internal static class ItemQueryText
{
    public static string Of(ItemQuery query)
    {
        var text = new StringBuilder();
        Add(text, "fields", string.Join(',', query.Fields));
        Add(text, "filter", query.Filter.IsAll ? "" : query.Filter.ToString());
        Add(text, "search", query.Search);
        Add(text, "sort", string.Join(',', query.Sort));
        Add(text, "limit", query.Limit?.ToString());
        Add(text, "offset", query.Offset == 0 ? "" : query.Offset.ToString());
        Add(text, "page", query.Page?.ToString());
        Add(text, "meta",
            (query.TotalCount, query.FilterCount) switch { (true, true) => "*", (true, false) => "total", (false, true) => "filter", _ => "" });
        Add(text, "aggregate", string.Join(' ', query.Aggregates.Select(a => $"{a.Function}({string.Join(',', a.Fields)})")));
        Add(text, "group", string.Join(',', query.GroupBy));
        Add(text, "alias", string.Join(',', query.Alias.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}:{a.Value}")));
        Add(text, "deep", string.Join(' ', query.Deep.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}{{{Of(d.Value)}}}")));
        Add(text, "backlink", query.Backlink ? "" : "false");
        Add(text, "export", query.Export);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (text.Length > 0) text.Append("; ");
        text.Append(name).Append('=').Append(value);
    }
}

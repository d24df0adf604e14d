using System.Text.Json;
using Directus.Grpc.Bench.Model;

namespace Directus.Grpc.Bench.Load;

/// <summary>A request to repeat.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">Path and query.</param>
internal sealed record Scenario(string Name, string Path)
{
    private const string NestedFields = "id,title,slug,status,views,published_at,author.id,author.name,comments.id,comments.text,comments.likes,tags.tag.id,tags.tag.label";

    // Reading goes first: creating makes the table grow.
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("one item", $"/items/{FlatItems.Name}/1"),
        new("100 items × 10 columns", $"/items/{FlatItems.Name}?limit=100"),
        new("50 articles with author, 5 comments each, tags",
            $"/items/{Library.Articles}?limit=50&fields={NestedFields}&deep={Json("""{"comments":{"_limit":5}}""")}"),
        new("filter, sort, filter of a relation",
            $"/items/{Library.Articles}?fields=id,title,views,published_at&limit=20&sort=-published_at&filter=" +
            Json("""{"status":{"_eq":"published"},"views":{"_gt":500},"author":{"country":{"_eq":"NL"}}}""")),
        new("count and average by group", $"/items/{FlatItems.Name}?aggregate[count]=*&aggregate[avg]=views&groupBy[]=status"),
        new("change one item", $"/items/{FlatItems.Name}/1") { Method = "PATCH", Body = """{"title":"Another title","views":13}""", Keys = 1000 },
        new("create one item", $"/items/{FlatItems.Name}") { Method = "POST", Body = JsonSerializer.Serialize(FlatItems.Row(1)) },
        new("create 1,000 items", $"/items/{FlatItems.Name}?fields=id") { Method = "POST", Body = JsonSerializer.Serialize(FlatItems.Rows(1, 1000)),
            Connections = 2 },
    ];

    public string Method { get; init; } = "GET";

    public string? Body { get; init; }

    /// <summary>The last part of the path is any number up to this one, so that requests do not wait for each other's row.</summary>
    public int? Keys { get; init; }

    /// <summary>Connections to use, when it is not the usual number.</summary>
    public int? Connections { get; init; }

    private static string Json(string text) => Uri.EscapeDataString(text);
}

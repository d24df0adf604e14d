using System.Globalization;

namespace Directus.Grpc.Bench.Model;

/// <summary>Collections with relations of the usual kinds: articles of an author, with comments and, through a junction,
/// tags. Foreign keys have an index, as whoever measures would give them.</summary>
internal static class Library
{
    public const string Authors = "bench_authors";

    public const string Articles = "bench_articles";

    public const string Comments = "bench_comments";

    public const string Tags = "bench_tags";

    public const string ArticleTags = "bench_articles_tags";

    public const int ArticleCount = 1000;

    private const int AuthorCount = 100;

    private const int TagCount = 20;

    /// <summary>In the order in which they can be created.</summary>
    public static IReadOnlyList<string> Collections { get; } =
    [
        Collection(Authors, Column("name", "string"), Column("country", "string")),
        Collection(Tags, Column("label", "string")),
        Collection(Articles, Column("title", "string"), Column("slug", "string"), Column("status", "string"), Column("views", "integer"),
            Column("published_at", "timestamp"), Link("author"), List("comments", "o2m"), List("tags", "m2m")),
        Collection(Comments, Column("text", "text"), Column("likes", "integer"), Link("article")),
        Collection(ArticleTags, Link("article"), Link("tag")),
    ];

    public static IReadOnlyList<string> Relations { get; } =
    [
        Relation(Articles, "author", Authors, "null", "null"),
        Relation(Comments, "article", Articles, "\"comments\"", "null"),
        Relation(ArticleTags, "article", Articles, "\"tags\"", "\"tag\""),
        Relation(ArticleTags, "tag", Tags, "null", "\"article\""),
    ];

    /// <summary>The rows of each collection, in the order in which they can be created.</summary>
    public static IEnumerable<(string Collection, object[] Rows)> Rows()
    {
        yield return (Authors, [.. Numbers(AuthorCount).Select(i => new { name = $"Author {i}", country = i % 4 == 0 ? "NL" : "DE" })]);
        yield return (Tags, [.. Numbers(TagCount).Select(i => new { label = $"tag {i}" })]);
        yield return (Articles, [.. Numbers(ArticleCount).Select(Article)]);
        yield return (Comments, [.. Numbers(8 * ArticleCount)
            .Select(i => new { text = $"Comment number {i}, and some words more", likes = i % 50, article = (i - 1) / 8 + 1 })]);
        yield return (ArticleTags, [.. Numbers(3 * ArticleCount).Select(i => new { article = (i - 1) / 3 + 1, tag = i * 7 % TagCount + 1 })]);
    }

    private static object Article(int i) => new
    {
        title = $"Article {i}",
        slug = $"article-{i}",
        status = i % 3 == 0 ? "draft" : "published",
        views = i * 7 % 1000,
        published_at = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        author = (i * 13 % AuthorCount) + 1,
    };

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static string Collection(string name, params string[] fields) => $$$"""
        {"collection": "{{{name}}}", "schema": {}, "meta": {"accountability": null}, "fields": [
          {"field": "id", "type": "integer", "schema": {"is_primary_key": true, "has_auto_increment": true}, "meta": {}},
          {{{string.Join(", ", fields)}}}]}
        """;

    private static string Column(string name, string type) => $$$"""{"field": "{{{name}}}", "type": "{{{type}}}", "schema": {}, "meta": {}}""";

    private static string Link(string name) => $$$"""{"field": "{{{name}}}", "type": "integer", "schema": {"is_indexed": true}, "meta": {}}""";

    private static string List(string name, string special) => $$$"""{"field": "{{{name}}}", "type": "alias", "meta": {"special": ["{{{special}}}"]}}""";

    private static string Relation(string collection, string field, string related, string oneField, string junctionField) => $$$"""
        {"collection": "{{{collection}}}", "field": "{{{field}}}", "related_collection": "{{{related}}}",
         "meta": {"one_field": {{{oneField}}}, "junction_field": {{{junctionField}}}}, "schema": {"on_delete": "SET NULL"}}
        """;
}

using System.Globalization;

namespace Directus.Grpc.Bench.Model;

/// <summary>A flat collection: ten columns of the usual types.</summary>
internal static class FlatItems
{
    public const string Name = "bench_items";

    public const string Columns = "id, title, slug, status, body, views, rating, price, featured, published_at";

    public const string Collection = $$$"""
        {"collection": "{{{Name}}}", "schema": {}, "meta": {"accountability": null}, "fields": [
          {"field": "id", "type": "integer", "schema": {"is_primary_key": true, "has_auto_increment": true}, "meta": {}},
          {"field": "title", "type": "string", "schema": {}, "meta": {}},
          {"field": "slug", "type": "string", "schema": {}, "meta": {}},
          {"field": "status", "type": "string", "schema": {"default_value": "draft"}, "meta": {}},
          {"field": "body", "type": "text", "schema": {}, "meta": {}},
          {"field": "views", "type": "integer", "schema": {}, "meta": {}},
          {"field": "rating", "type": "float", "schema": {}, "meta": {}},
          {"field": "price", "type": "decimal", "schema": {"numeric_precision": 10, "numeric_scale": 2}, "meta": {}},
          {"field": "featured", "type": "boolean", "schema": {}, "meta": {"special": ["cast-boolean"]}},
          {"field": "published_at", "type": "timestamp", "schema": {}, "meta": {}}
        ]}
        """;

    private const string Sentence = "The quick brown fox jumps over the lazy dog and looks for another one. ";

    private static readonly DateTime First = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<object> Rows(int from, int count) => Enumerable.Range(from, count).Select(Row);

    public static object Row(int i) => new
    {
        title = $"Title {i}",
        slug = $"title-{i}",
        status = i % 3 == 0 ? "draft" : "published",
        body = Sentence + Sentence + Sentence + i,
        views = i * 7 % 1000,
        rating = i % 20 / 4.0,
        price = (i % 5000 / 4m).ToString("0.00", CultureInfo.InvariantCulture),
        featured = i % 2 == 0,
        published_at = First.AddMinutes(i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}

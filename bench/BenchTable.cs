using System.Globalization;

namespace Directus.Grpc.Bench;

/// <summary>The collection that is measured: ten columns of the usual types.</summary>
internal static class BenchTable
{
    public const string Name = "bench_items";

    public const string Columns = "id, title, slug, status, body, views, rating, price, featured, published_at";

    /// <summary>What the collection's table looks like when no Directus makes it.</summary>
    public const string Ddl = $"""
        create table {Name} (id serial primary key, title varchar(255), slug varchar(255), status varchar(255) default 'draft',
            body text, views integer, rating real, price numeric(10, 2), featured boolean, published_at timestamptz)
        """;

    /// <summary>The collection as the API takes it; nothing is recorded of the seeding.</summary>
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

    /// <summary>The same rows as <see cref="Rows"/>, made by the database.</summary>
    public static string SeedSql(int rows) => string.Create(CultureInfo.InvariantCulture, $"""
        insert into {Name} (title, slug, status, body, views, rating, price, featured, published_at)
        select 'Title ' || i, 'title-' || i, case when i % 3 = 0 then 'draft' else 'published' end,
            repeat('{Sentence}', 3) || i, i * 7 % 1000, (i % 20) / 4.0, (i % 5000) / 4.0, i % 2 = 0,
            timestamptz '2024-01-01 00:00:00Z' + i * interval '1 minute'
        from generate_series(1, {rows}) i;
        analyze {Name};
        """);

    public static IEnumerable<object> Rows(int from, int count) => Enumerable.Range(from, count).Select(i => new
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
    });
}

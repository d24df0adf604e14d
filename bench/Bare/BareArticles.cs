using System.Text.Json;
using Directus.Grpc.Bench.Model;
using Npgsql;

namespace Directus.Grpc.Bench.Bare;

/// <summary>Articles with what belongs to them: one statement for each level, put together by hand.</summary>
internal sealed class BareArticles(NpgsqlDataSource source)
{
    private const string ArticlesSql = $"""
        select a.id, a.title, a.slug, a.status, a.views, a.published_at, w.id, w.name
        from {Library.Articles} a left join {Library.Authors} w on w.id = a.author order by a.id limit $1
        """;

    private const string CommentsSql = $"""
        select p.id, c.id, c.text, c.likes from unnest($1) as p(id)
        join lateral (select id, text, likes from {Library.Comments} where article = p.id order by id limit 5) c on true
        """;

    private const string TagsSql = $"""
        select l.article, t.id, t.label from {Library.ArticleTags} l left join {Library.Tags} t on t.id = l.tag
        where l.article = any($1) order by l.id
        """;

    private const string FilteredSql = $"""
        select a.id, a.title, a.views, a.published_at from {Library.Articles} a join {Library.Authors} w on w.id = a.author
        where a.status = $1 and a.views > $2 and w.country = $3 order by a.published_at desc limit $4
        """;

    public async Task NestedAsync(Utf8JsonWriter writer, int limit, CancellationToken cancellation)
    {
        var articles = new List<Article>(limit);
        await foreach (var row in RowsAsync(ArticlesSql, cancellation, Value(limit)))
        {
            articles.Add(new(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetDateTime(5),
                row.IsDBNull(6) ? null : (row.GetInt32(6), row.GetString(7))));
        }

        var byId = articles.ToDictionary(article => article.Id);
        var ids = articles.Select(article => article.Id).ToArray();
        await foreach (var row in RowsAsync(CommentsSql, cancellation, Value(ids)))
            byId[row.GetInt32(0)].Comments.Add((row.GetInt32(1), row.GetString(2), row.GetInt32(3)));
        await foreach (var row in RowsAsync(TagsSql, cancellation, Value(ids)))
            byId[row.GetInt32(0)].Tags.Add((row.GetInt32(1), row.GetString(2)));

        writer.WriteStartArray();
        foreach (var article in articles) article.Write(writer);
        writer.WriteEndArray();
    }

    public async Task FilteredAsync(Utf8JsonWriter writer, CancellationToken cancellation)
    {
        writer.WriteStartArray();
        await foreach (var row in RowsAsync(FilteredSql, cancellation, Value("published"), Value(500), Value("NL"), Value(20)))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, row.GetInt32(0));
            writer.WriteString("title"u8, row.GetString(1));
            writer.WriteNumber("views"u8, row.GetInt32(2));
            BareJson.Moment(writer, row.GetDateTime(3));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(string sql,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation, params NpgsqlParameter[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(values);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return rows;
    }

    private static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    private sealed record Article(int Id, string Title, string Slug, string Status, int Views, DateTime PublishedAt, (int Id, string Name)? Author)
    {
        public List<(int Id, string Text, int Likes)> Comments { get; } = [];

        public List<(int Id, string Label)> Tags { get; } = [];

        public void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, Id);
            writer.WriteString("title"u8, Title);
            writer.WriteString("slug"u8, Slug);
            writer.WriteString("status"u8, Status);
            writer.WriteNumber("views"u8, Views);
            BareJson.Moment(writer, PublishedAt);
            WriteAuthor(writer);
            writer.WriteStartArray("comments"u8);
            foreach (var comment in Comments) Write(writer, comment);
            writer.WriteEndArray();
            writer.WriteStartArray("tags"u8);
            foreach (var tag in Tags) Write(writer, tag);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WriteAuthor(Utf8JsonWriter writer)
        {
            writer.WritePropertyName("author"u8);
            if (Author is not { } author)
            {
                writer.WriteNullValue();
                return;
            }

            writer.WriteStartObject();
            writer.WriteNumber("id"u8, author.Id);
            writer.WriteString("name"u8, author.Name);
            writer.WriteEndObject();
        }

        private static void Write(Utf8JsonWriter writer, (int Id, string Text, int Likes) comment)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, comment.Id);
            writer.WriteString("text"u8, comment.Text);
            writer.WriteNumber("likes"u8, comment.Likes);
            writer.WriteEndObject();
        }

        private static void Write(Utf8JsonWriter writer, (int Id, string Label) tag)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("tag"u8);
            writer.WriteNumber("id"u8, tag.Id);
            writer.WriteString("label"u8, tag.Label);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }
}

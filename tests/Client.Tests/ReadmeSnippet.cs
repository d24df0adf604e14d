namespace Directus.Grpc.Client.Tests;

/// <summary>The lines that README shows; a test holds the two together, others run them.</summary>
internal static class ReadmeSnippet
{
    public static async Task RunAsync(string url, string password)
    {
        // <readme>
        await using var client = new DirectusClient(url);
        await client.LoginAsync("admin@example.com", password);
        await client.Schema.CreateCollectionAsync("articles", NewField.Key(), NewField.String("title"), NewField.String("status"));

        var articles = client.Items<Article>("articles");
        await articles.CreateAsync([new Article(null, "Hello", "published"), new Article(null, "Later", "draft")]);
        var published = articles.Where(Filter.Field("status").Eq("published")).Sort("-id").Limit(10);
        foreach (var article in await published.ToListAsync()) Console.WriteLine($"{article.Id}: {article.Title}");
        // </readme>
    }
}

// <readme-type>
record Article(int? Id, string Title, string Status);
// </readme-type>

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Directus.Grpc.Bench.Model;

/// <summary>The measured collections on a server that speaks Directus' API; they are gone when we are.</summary>
internal sealed class RemoteModel : IAsyncDisposable
{
    // Small enough for the body limit that Directus starts with.
    private const int Batch = 500;

    private readonly HttpClient http;

    public RemoteModel(string url, string token)
    {
        http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private static IEnumerable<string> Names =>
        [Library.ArticleTags, Library.Comments, Library.Articles, Library.Tags, Library.Authors, FlatItems.Name];

    public async Task CreateAsync(int items)
    {
        foreach (var collection in (string[])[FlatItems.Collection, .. Library.Collections])
            await SendAsync(HttpMethod.Post, "/collections", collection);
        foreach (var relation in Library.Relations) await SendAsync(HttpMethod.Post, "/relations", relation);
        await SeedAsync(FlatItems.Name, [.. FlatItems.Rows(1, items)]);
        foreach (var (collection, rows) in Library.Rows()) await SeedAsync(collection, rows);
        // From here on changes are recorded, as they are by default.
        await SendAsync(HttpMethod.Patch, $"/collections/{FlatItems.Name}", """{"meta": {"accountability": "all"}}""");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in Names)
        {
            using var reply = await http.DeleteAsync($"/collections/{name}");
        }

        http.Dispose();
    }

    private async Task SeedAsync(string collection, object[] rows)
    {
        foreach (var batch in rows.Chunk(Batch)) await SendAsync(HttpMethod.Post, $"/items/{collection}?fields=id", JsonSerializer.Serialize(batch));
    }

    private async Task SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        using var reply = await http.SendAsync(request);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
    }
}

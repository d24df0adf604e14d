using System.Net.Http.Headers;
using System.Text;

namespace Directus.Grpc.Bench.Load;

/// <summary>The measured collection on a server that speaks Directus' API; it is gone when we are.</summary>
internal sealed class RemoteCollection : IAsyncDisposable
{
    // Small enough for the body limit that Directus starts with.
    private const int Batch = 500;

    private readonly HttpClient http;

    public RemoteCollection(string url, string token)
    {
        http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task CreateAsync() => SendAsync(HttpMethod.Post, "/collections", BenchTable.Collection);

    public async Task SeedAsync(int rows)
    {
        for (var from = 1; from <= rows; from += Batch)
        {
            var items = BenchTable.Rows(from, Math.Min(Batch, rows - from + 1));
            await SendAsync(HttpMethod.Post, $"/items/{BenchTable.Name}", System.Text.Json.JsonSerializer.Serialize(items));
        }
    }

    /// <summary>From here on changes are recorded, as they are by default.</summary>
    public Task RecordAsync() =>
        SendAsync(HttpMethod.Patch, $"/collections/{BenchTable.Name}", """{"meta": {"accountability": "all"}}""");

    public async ValueTask DisposeAsync()
    {
        using var reply = await http.DeleteAsync($"/collections/{BenchTable.Name}");
        http.Dispose();
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

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Auth;

/// <summary>Calls of the administrator that prepare a measurement.</summary>
internal sealed class AdminCalls : IDisposable
{
    private readonly HttpClient http;

    public AdminCalls(string url)
    {
        http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OurServer.Token);
    }

    /// <summary>Creates an item and answers its key.</summary>
    public async Task<string> CreateAsync(string path, object item) => (await PostAsync(path, item)).GetProperty("id").ToString();

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var reply = await http.PostAsJsonAsync(path, body);
        var text = await reply.Content.ReadAsStringAsync();
        if (!reply.IsSuccessStatusCode) throw new InvalidOperationException($"POST {path}: {(int)reply.StatusCode} {text}");
        return JsonElement.Parse(text).GetProperty("data");
    }

    public void Dispose() => http.Dispose();
}

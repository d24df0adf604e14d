using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>A server that speaks the API, as one of its callers.</summary>
internal sealed class Target : IDisposable
{
    private static readonly HttpMethod Search = new("SEARCH");

    private readonly HttpClient http;

    public Target(Uri url, string token)
    {
        http = new HttpClient { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<JsonNode?> PostAsync(string path, JsonNode body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, path, body);
        Assert.True(status == HttpStatusCode.OK, $"POST {path} answered {(int)status}: {answer?.ToJsonString()}\n{body.ToJsonString()}");
        return answer?["data"];
    }

    public Task DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>The whole answer to a query, envelope included.</summary>
    public async Task<JsonNode?> QueryAsync(string collection, JsonObject query) =>
        (await SendAsync(Search, $"/items/{collection}", new JsonObject { ["query"] = query.DeepClone() })).Answer;

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var reply = await http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return (reply.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>A client of API v1.1: it sends forms and JSON, and gives its token as the old clients do.</summary>
internal sealed class OldClient : IDisposable
{
    private readonly HttpClient _http;

    public OldClient(TestServer server, string? token)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(server.Url, "/api/1.1/") };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{token}:")));
    }

    public static OldClient Admin(TestApp app) => new(app.Server, app.Admin.Token);

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonNode> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<JsonNode> FormAsync(HttpMethod method, string path, string form, int status = 200) =>
        SendAsync(method, path, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"), status);

    public Task<JsonNode> JsonAsync(HttpMethod method, string path, object body, int status = 200) =>
        SendAsync(method, path, new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), status);

    /// <summary>Sends, and answers the body of an answer with this status.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, HttpContent? content = null, int status = 200)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var reply = await _http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True((int)reply.StatusCode == status, $"{method} {path}: want {status}, got {(int)reply.StatusCode}: {text}");
        Assert.Equal("application/json; charset=utf-8", reply.Content.Headers.ContentType?.ToString());
        return JsonNode.Parse(text)!;
    }

    /// <summary>Sends, and answers status and body, whatever they are.</summary>
    public async Task<string> AnswerAsync(HttpRequestMessage request)
    {
        using var reply = await _http.SendAsync(request);
        return $"{(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}";
    }

    /// <summary>A call that is refused so, with the old envelope.</summary>
    public async Task RefusedAsync(int status, string message, HttpMethod method, string path, string? form = null)
    {
        var content = form is null ? null : new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        JsonAssert.Same(new JsonObject { ["success"] = false, ["error"] = new JsonObject { ["message"] = message } },
            await SendAsync(method, path, content, status));
    }

    public void Dispose() => _http.Dispose();
}

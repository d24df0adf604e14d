using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>A browser that stops at every redirect.</summary>
internal sealed class Browser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly IdentityProvider provider;
    private readonly HttpClient http;

    public Browser(Uri server, IdentityProvider provider)
    {
        this.provider = provider;
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = server };
    }

    public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, object body) => http.PostAsJsonAsync(path, body);

    public Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>The provider's page that a login leads to.</summary>
    public async Task<Uri> BeginAsync(string name, string? redirect = null, string more = "")
    {
        var query = redirect is null ? "" : $"redirect={Uri.EscapeDataString(redirect)}&";
        var reply = await http.GetAsync($"/auth/login/{name}?{query}{more}");
        Assert.True(reply.StatusCode == HttpStatusCode.Redirect, await reply.Content.ReadAsStringAsync());
        return reply.Headers.Location!;
    }

    /// <summary>The address that somebody comes back by, once the provider has let them in.</summary>
    public async Task<string> ComeBackAsync(string name, Persona persona, string? redirect = null, string more = "") =>
        (await provider.AnswerAsync(await BeginAsync(name, redirect, more), persona)).PathAndQuery;

    /// <summary>The whole way, up to what the server answers in the end.</summary>
    public async Task<HttpResponseMessage> LogInAsync(string name, Persona persona, string? redirect = null, string more = "") =>
        await http.GetAsync(await ComeBackAsync(name, persona, redirect, more));

    public void Dispose() => http.Dispose();
}

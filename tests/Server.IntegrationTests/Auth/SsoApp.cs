using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>A test's view of a server with providers, and of the browsers in which people log in.</summary>
internal sealed class SsoApp(TestApp app, IdentityProvider provider) : IAsyncDisposable
{
    private readonly List<Browser> browsers = [];

    public TestApp App => app;

    public IdentityProvider Provider => provider;

    public Browser Browser()
    {
        var browser = new Browser(app.Server.Url, provider);
        browsers.Add(browser);
        return browser;
    }

    /// <summary>A user that the administrator has made for somebody.</summary>
    public Task<string> CreateUserAsync(string provider, Persona persona, string status = "active") => app.CreateAsync("/users", new
    {
        provider,
        external_identifier = persona.Subject,
        email = persona.Email,
        status,
    });

    /// <summary>The users with somebody's mail address, as the administrator sees them.</summary>
    public async Task ShouldBeUsersAsync(Persona persona, string fields, string json) =>
        await (await app.Admin.GetAsync($"/users?filter[email][_eq]={persona.Email}&fields={fields}")).ShouldBeDataAsync(json);

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers) browser.Dispose();
        await app.DisposeAsync();
    }
}

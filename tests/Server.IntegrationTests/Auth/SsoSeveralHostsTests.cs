using System.Net;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>AUTH_ALLOWED_PUBLIC_URLS: a server that people know by several addresses.</summary>
public sealed class SsoSeveralHostsTests
{
    [Theory, EachDatabase]
    public async Task Who_comes_to_an_address_that_is_told_of_is_sent_back_there(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);

        Assert.Equal("https://second.example.com/cms/auth/login/corp/callback", await CallbackAsync(sso, "second.example.com"));
        Assert.Equal("https://second.example.com/cms/auth/login/corp/callback", await CallbackAsync(sso, "SECOND.example.com"));
        Assert.Equal("http://third.example.com:8080/auth/login/corp/callback", await CallbackAsync(sso, "third.example.com:8080"));
    }

    [Theory, EachDatabase]
    public async Task An_address_that_nobody_told_of_is_not_believed(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var home = $"{sso.App.Server.Url}auth/login/corp/callback";

        Assert.Equal(home, await CallbackAsync(sso, "evil.example.com"));
        Assert.Equal(home, await CallbackAsync(sso, "third.example.com"));
    }

    [Theory, EachDatabase]
    public async Task A_login_ends_on_pages_of_the_address_that_it_began_at(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);

        Assert.Equal(HttpStatusCode.Redirect, (await AskAsync(sso, "second.example.com", "https://second.example.com/app")).StatusCode);
        await (await AskAsync(sso, "second.example.com", $"{sso.App.Server.Url}app")).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await AskAsync(sso, "evil.example.com", "https://second.example.com/app")).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
    }

    private static async Task<string> CallbackAsync(SsoApp sso, string host)
    {
        var query = System.Web.HttpUtility.ParseQueryString((await AskAsync(sso, host)).Headers.Location!.Query);
        return query["redirect_uri"]!;
    }

    private static Task<HttpResponseMessage> AskAsync(SsoApp sso, string host, string? redirect = null)
    {
        var path = redirect is null ? "/auth/login/corp" : $"/auth/login/corp?redirect={Uri.EscapeDataString(redirect)}";
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        return sso.App.Anonymous.SendAsync(request);
    }
}

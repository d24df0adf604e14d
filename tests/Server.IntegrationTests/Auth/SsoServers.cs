using System.Collections.Concurrent;
using Directus.Grpc.Server.IntegrationTests.Auth;
using Directus.Grpc.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(SsoServers))]

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>One identity provider, and one server per kind of database that knows it under several names.</summary>
public sealed class SsoServers : IAsyncDisposable
{
    public const string NewcomerRole = "6c9c1f2e-0d4b-4f7e-9a39-0f3a4f1c7b01";
    public const string WriterRole = "6c9c1f2e-0d4b-4f7e-9a39-0f3a4f1c7b02";
    public const string Page = "https://app.example.com/done";

    private readonly Lazy<Task<IdentityProvider>> provider = new(IdentityProvider.StartAsync);
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestServer>>> servers = new();

    internal static async Task<SsoApp> OnAsync(TestDatabase database)
    {
        var own = await TestContext.Current.GetFixture<SsoServers>() ?? throw new InvalidOperationException("The fixture is missing.");
        var server = await own.servers.GetOrAdd(database, kind => new(() => own.StartAsync(kind))).Value;
        return new SsoApp(await TestApp.OnAsync(server), await own.provider.Value);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values.Where(server => server.Value.IsCompletedSuccessfully)) await (await server.Value).DisposeAsync();
        if (provider.IsValueCreated) await (await provider.Value).DisposeAsync();
    }

    private async Task<TestServer> StartAsync(TestDatabase kind)
    {
        var server = await TestServer.StartAsync(kind, Settings((await provider.Value).Url));
        await using var app = await TestApp.OnAsync(server);
        await app.CreateAsync("/roles", new { id = NewcomerRole, name = "newcomers" });
        await app.CreateAsync("/roles", new { id = WriterRole, name = "writers" });
        return server;
    }

    private static Dictionary<string, string> Settings(string url) => new(
    [
        new("AUTH_PROVIDERS", "corp, open,team,hub,lost"),
        new("AUTH_ALLOWED_PUBLIC_URLS", "https://second.example.com/cms, http://third.example.com:8080"),
        .. OpenId("CORP", url, ("ICON", "badge"), ("LABEL", "The Company")),
        .. OpenId("OPEN", url, ("ALLOW_PUBLIC_REGISTRATION", "true"), ("REQUIRE_VERIFIED_EMAIL", "true"), ("DEFAULT_ROLE_ID", NewcomerRole),
            ("SYNC_USER_INFO", "true"), ("PARAMS", """{"ui_locales":"en"}""")),
        .. OpenId("TEAM", url, ("ALLOW_PUBLIC_REGISTRATION", "true"), ("DEFAULT_ROLE_ID", NewcomerRole),
            ("ROLE_MAPPING", $$"""json:{"writers":"{{WriterRole}}"}""")),
        .. OpenId("LOST", url, ("ALLOW_PUBLIC_REGISTRATION", "true"), ("DEFAULT_ROLE_ID", $"{Guid.NewGuid()}"), ("MODE", "cookie")),
        .. Provider("HUB", "oauth2", ("MODE", "cookie"), ("CLIENT_TOKEN_ENDPOINT_AUTH_METHOD", "client_secret_post"),
            ("AUTHORIZE_URL", $"{url}/authorize"), ("ACCESS_URL", $"{url}/token"), ("PROFILE_URL", $"{url}/userinfo"),
            ("IDENTIFIER_KEY", "account.id"), ("EMAIL_KEY", "account.mail"), ("ALLOW_PUBLIC_REGISTRATION", "true")),
    ]);

    private static IEnumerable<KeyValuePair<string, string>> OpenId(string name, string url, params (string, string)[] more) =>
        Provider(name, "openid", [("ISSUER_URL", $"{url}/.well-known/openid-configuration"), .. more]);

    private static IEnumerable<KeyValuePair<string, string>> Provider(string name, string driver, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] all =
        [
            ("DRIVER", driver), ("CLIENT_ID", IdentityProvider.ClientId), ("CLIENT_SECRET", IdentityProvider.ClientSecret),
            ("REDIRECT_ALLOW_LIST", $"https://ok.example.com/app,{Page}"), .. more,
        ];
        return all.Select(setting => KeyValuePair.Create($"AUTH_{name}_{setting.Name}", setting.Value));
    }
}

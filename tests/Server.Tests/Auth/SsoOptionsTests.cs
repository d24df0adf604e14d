using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Hosting;
using Directus.Grpc.Server.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Directus.Grpc.Server.Tests.Auth;

/// <summary>The variables of providers, from the environment to the options.</summary>
public sealed class SsoOptionsTests
{
    private static readonly Dictionary<string, string> Right = new()
    {
        ["AUTH_PROVIDERS"] = "corp",
        ["AUTH_CORP_DRIVER"] = "openid",
        ["AUTH_CORP_CLIENT_ID"] = "directus",
        ["AUTH_CORP_CLIENT_SECRET"] = "secret",
        ["AUTH_CORP_ISSUER_URL"] = "https://issuer.example.com",
    };

    [Fact]
    public void A_provider_is_read()
    {
        var options = Read(("AUTH_PROVIDERS", " corp , Other"), ("AUTH_OTHER_DRIVER", "oauth2"), ("AUTH_OTHER_CLIENT_ID", "b"),
            ("AUTH_OTHER_CLIENT_TOKEN_ENDPOINT_AUTH_METHOD", "none"),
            ("AUTH_OTHER_AUTHORIZE_URL", "https://a"), ("AUTH_OTHER_ACCESS_URL", "https://b"), ("AUTH_OTHER_PROFILE_URL", "https://c"),
                ("AUTH_CORP_SYNC_USER_INFO", "TRUE"));

        Assert.Equal(["corp", "Other"], options.List);
        Assert.Equal(("openid", "directus", "session", true), (options.Providers["corp"].Driver, options.Providers["corp"].ClientId,
            options.Providers["corp"].Mode, options.Providers["corp"].SyncUserInfo));
        Assert.Equal(("b", "https://c", null),
            (options.Providers["Other"].ClientId, options.Providers["Other"].ProfileUrl, options.Providers["Other"].ClientSecret));
    }

    [Theory]
    [InlineData("AUTH_CORP_DRIVER", "ldap", "AUTH_CORP_DRIVER=ldap is not supported by this server yet; oauth2 and openid are.")]
    [InlineData("AUTH_CORP_DRIVER", "saml", "AUTH_CORP_DRIVER=saml is not supported by this server yet; oauth2 and openid are.")]
    [InlineData("AUTH_CORP_DRIVER", "magic", "AUTH_CORP_DRIVER has to be one of oauth2 and openid.")]
    [InlineData("AUTH_CORP_DRIVER", "", "AUTH_CORP_DRIVER is not set.")]
    [InlineData("AUTH_CORP_CLIENT_ID", "", "AUTH_CORP_CLIENT_ID is not set.")]
    [InlineData("AUTH_CORP_CLIENT_SECRET", "", "AUTH_CORP_CLIENT_SECRET is not set.")]
    [InlineData("AUTH_CORP_ISSUER_URL", "", "AUTH_CORP_ISSUER_URL is not set.")]
    [InlineData("AUTH_CORP_DEFAULT_ROLE_ID", "editors", "AUTH_CORP_DEFAULT_ROLE_ID has to be the key of a role.")]
    [InlineData("AUTH_CORP_ROLE_MAPPING", "[]", "AUTH_CORP_ROLE_MAPPING has to be a JSON object of groups and keys of roles.")]
    [InlineData("AUTH_CORP_ROLE_MAPPING", "{\"a\":\"b\"}", "AUTH_CORP_ROLE_MAPPING has to be a JSON object of groups and keys of roles.")]
    [InlineData("AUTH_CORP_PARAMS", "x=y", "AUTH_CORP_PARAMS has to be a JSON object of texts.")]
    [InlineData("AUTH_CORP_PARAMS", "json:{\"state\":\"x\"}", "AUTH_CORP_PARAMS must not have \"state\".")]
    [InlineData("AUTH_PROVIDERS", "default",
        "AUTH_PROVIDERS: \"default\" is no name for a provider; letters, digits, _ and - are, \"default\" is the server's own.")]
    [InlineData("AUTH_PROVIDERS", "corp,CORP", "AUTH_PROVIDERS has a name twice.")]
    public void What_could_not_work_is_refused_in_one_line(string variable, string value, string line) =>
        Assert.Equal([line], Assert.Throws<OptionsValidationException>(() => Read((variable, value))).Failures);

    [Theory]
    [InlineData("AUTH_CORP_MODE", "json", "AUTH_CORP_MODE has to be one of session, cookie.")]
    [InlineData("AUTH_CORP_ISSUER_URL", "issuer", "AUTH_CORP_ISSUER_URL has to be an address that begins with http:// or https://.")]
    [InlineData("AUTH_CORP_CLIENT_TOKEN_ENDPOINT_AUTH_METHOD", "private_key_jwt",
        "AUTH_CORP_CLIENT_TOKEN_ENDPOINT_AUTH_METHOD has to be one of client_secret_basic, client_secret_post, none.")]
    public void What_makes_no_sense_is_refused_in_one_line(string variable, string value, string line) =>
        Assert.Equal(line, Assert.Throws<ConfigurationException>(() => Read((variable, value))).Message);

    private static SsoOptions Read(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(Right);
        foreach (var (name, value) in settings) all[name] = value;
        var configuration = new ConfigurationManager();
        configuration.AddDirectus([.. all.Select(setting => $"--{setting.Key}={setting.Value}")]);
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddSso().BuildServiceProvider();
        return services.GetRequiredService<IOptions<SsoOptions>>().Value;
    }
}

using System.Net;
using System.Net.Sockets;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Directus.Grpc.Server.Tests.Auth;

/// <summary>What providers say, and what they fail to.</summary>
public sealed class SsoProfileTests : IDisposable
{
    private static readonly PublicAddress Here = new("https://api.example.com");

    private readonly ProviderHttp http = new(TimeSpan.FromMilliseconds(200));

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("id", "7")]
    [InlineData("name", "Ada")]
    [InlineData("data.user.id", "42")]
    [InlineData("mails.1", "b@example.com")]
    [InlineData("a.b", "direct")]
    [InlineData("mails", null)]
    [InlineData("mails.9", null)]
    [InlineData("mails.-1", null)]
    [InlineData("data", null)]
    [InlineData("flag", null)]
    [InlineData("empty", null)]
    [InlineData("nothing", null)]
    [InlineData("half", null)]
    [InlineData("name.first", null)]
    [InlineData("absent.at.all", null)]
    public void A_key_may_be_a_path(string key, string? expected)
    {
        var profile = new SsoProfile(Flow().Claims(Provider(), """
            {"id":7,"name":"Ada","data":{"user":{"id":"42"}},"mails":["a@example.com","b@example.com"],"a.b":"direct","flag":true,"empty":"","nothing":null,"half":"\ud800"}
            """));

        Assert.Equal(expected, profile.Text(key));
    }

    [Theory]
    [InlineData("""{"sub":"a","sub":"b"}""")]
    [InlineData("""["a"]""")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html>")]
    public void What_is_no_profile_is_not_trusted(string text) =>
        Assert.Equal(ErrorCodes.InvalidToken, Assert.Throws<DirectusException>(() => Flow().Claims(Provider(), text)).Code);

    [Theory]
    [InlineData("""{"email":"a@example.com"}""")]
    [InlineData("""{"sub":"","email":"a@example.com"}""")]
    [InlineData("""{"sub":"a\u0000b"}""")]
    [InlineData("""{"sub":{"a":"b"}}""")]
    public void Nobody_is_known_without_an_identifier(string text)
    {
        var profile = new SsoProfile(Flow().Claims(Provider(), text));

        Assert.Equal(ErrorCodes.InvalidCredentials, Assert.Throws<DirectusException>(() => SsoPerson.Of(Provider(), profile)).Code);
    }

    [Theory]
    [InlineData("""{"sub":"1","email":"a@example.com"}""", false)]
    [InlineData("""{"sub":"1","email":"a@example.com","email_verified":false}""", false)]
    [InlineData("""{"sub":"1","email":"a@example.com","email_verified":"false"}""", false)]
    [InlineData("""{"sub":"1","email":"A@Example.com","email_verified":"true"}""", true)]
    [InlineData("""{"sub":"1","email":"A@Example.com","email_verified":true}""", true)]
    public void An_address_counts_when_the_provider_has_confirmed_it(string text, bool counts)
    {
        var profile = new SsoProfile(Flow().Claims(Provider(), text));
        var known = Provider(new ProviderOptions { RequireVerifiedEmail = true });
        var byAddress = Provider(new ProviderOptions { RequireVerifiedEmail = true, IdentifierKey = "email" });

        Assert.Equal(counts ? "a@example.com" : null, SsoPerson.Of(known, profile).Email);
        if (counts) Assert.Equal("A@Example.com", SsoPerson.Of(byAddress, profile).Identifier);
        else Assert.Throws<DirectusException>(() => SsoPerson.Of(byAddress, profile));
    }

    [Fact]
    public async Task A_provider_that_stays_silent_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var attempt = new SsoAttempt("corp", "s", "n", "v", null, null);

        var refusal = await Assert.ThrowsAsync<DirectusException>(() =>
            Flow().TradeAsync(Provider(), $"http://{silent.LocalEndpoint}/token", attempt, new SsoAnswer("s", "c", null, null),
                CancellationToken.None));

        Assert.Equal(ErrorCodes.ServiceUnavailable, refusal.Code);
    }

    private CodeFlow Flow() => new(http, NullLogger<CodeFlow>.Instance);

    private SsoProvider Provider(ProviderOptions? options = null)
    {
        options ??= new ProviderOptions();
        (options.ClientId, options.ClientSecret) = ("directus", "secret");
        return new SsoProvider("corp", options, new OpenIdDriver(Flow(), http), new Uri(Here.Of("/auth/login/corp")),
            new LoginRedirects(new AllowedLinks(""), Here));
    }
}

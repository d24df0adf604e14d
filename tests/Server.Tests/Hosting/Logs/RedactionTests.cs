using Directus.Grpc.Server.Hosting.Logs;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Logs;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("/items/a", "/items/a")]
    [InlineData("/items/a?limit=1&sort=token_count", "/items/a?limit=1&sort=token_count")]
    [InlineData("/items/a?access_token=x&limit=1", "/items/a?access_token=*&limit=1")]
    [InlineData("/items/a?limit=1&ACCESS_TOKEN=x=y", "/items/a?limit=1&ACCESS_TOKEN=*")]
    [InlineData("/items/a?access%5Ftoken=x", "/items/a?access%5Ftoken=*")]
    [InlineData("/items/a?access%255Ftoken=x", "/items/a?access%255Ftoken=*")]
    [InlineData("/users?filter[token][_eq]=x", "/users?filter[token][_eq]=*")]
    [InlineData("/users?filter%5Bpassword%5D[_eq]=x", "/users?filter%5Bpassword%5D[_eq]=*")]
    [InlineData("/users?filter={\"tfa_secret\":{\"_eq\":1}}", "/users?filter=*")]
    [InlineData("/users?filter=%7B%22token%22:1%7D", "/users?filter=*")]
    [InlineData("/callback?code=x&state=y", "/callback?code=*&state=*")]
    [InlineData("/a?token", "/a?token")]
    [InlineData("/token/a?b=c", "/token/a?b=c")]
    public void Values_of_secret_parameters_are_not_told(string url, string told) =>
        Assert.Equal(told.Replace("*", Redaction.Redacted, StringComparison.Ordinal), Redaction.OfUrl(url));

    [Theory]
    [InlineData("Authorization", true)]
    [InlineData("Set-Cookie", true)]
    [InlineData("x-api-key", true)]
    [InlineData("X-Refresh-Token", true)]
    [InlineData("User-Agent", false)]
    [InlineData("Content-Type", false)]
    public void Headers_that_open_something_are_hidden(string header, bool hidden) => Assert.Equal(hidden, Redaction.Hides(header));
}

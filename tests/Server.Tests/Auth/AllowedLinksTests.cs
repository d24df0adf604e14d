using Directus.Grpc.Server.Auth.Accounts;
using Xunit;

namespace Directus.Grpc.Server.Tests.Auth;

public sealed class AllowedLinksTests
{
    private readonly AllowedLinks _allowed = new("https://ok.example/reset, myapp://reset/now");

    [Theory]
    [InlineData("https://ok.example/reset", "https://ok.example/reset")]
    [InlineData("HTTPS://OK.example:443/reset", "https://ok.example/reset")]
    [InlineData("https://ok.example/reset?from=a b", null)]
    [InlineData("https://ok.example/reset?from=<b>", "https://ok.example/reset?from=%3Cb%3E")]
    [InlineData("myapp://reset/now", "myapp://reset/now")]
    [InlineData("https://ok.example/reset/", null)]
    [InlineData("https://ok.example/reset#https://evil.example", null)]
    [InlineData("https://ok.example@evil.example/reset", null)]
    [InlineData("https://user@ok.example/reset", null)]
    [InlineData("https://ok.example.evil.example/reset", null)]
    [InlineData("https://ok.example\\reset", null)]
    [InlineData("https:ok.example/reset", null)]
    [InlineData("https://ok.example/x/%2e%2e/reset/..", null)]
    [InlineData("\thttps://ok.example/reset", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/reset", null)]
    public void Compares_the_whole_address(string asked, string? expected) => Assert.Equal(expected, _allowed.Find(asked));
}

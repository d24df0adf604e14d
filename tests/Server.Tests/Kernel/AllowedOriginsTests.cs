using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Kernel;

public sealed class AllowedOriginsTests
{
    [Theory]
    [InlineData("true", "https://any.example")]
    [InlineData("*", "https://any.example")]
    [InlineData("https://app.example.com", "https://app.example.com")]
    [InlineData("HTTPS://App.Example.com:443", "https://app.example.com")]
    [InlineData("http://one.example, http://two.example:8080/", "http://two.example:8080")]
    [InlineData("array:http://one.example,regex:\\.example\\.com$", "https://a.example.com")]
    [InlineData("regex:^https://a{1,3}\\.example$", "https://aa.example")]
    [InlineData("capacitor://localhost", "capacitor://localhost")]
    [InlineData("http://[::1]:3000", "http://[::1]:3000")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("null", "null")]
    public void Lets_in(string text, string origin) => Assert.True(Read(text).Contains(origin));

    [Theory]
    [InlineData("false", "https://any.example")]
    [InlineData("true", "null")]
    [InlineData("*", "null")]
    [InlineData("https://app.example.com", "http://app.example.com")]
    [InlineData("https://app.example.com", "https://app.example.com:8443")]
    [InlineData("https://app.example.com", "https://app.example.com.evil.example")]
    [InlineData("https://app.example.com", "https://evil.app.example.com")]
    [InlineData("https://app.example.com", "")]
    [InlineData("regex:\\.example\\.com$", "https://a.example.com.evil")]
    public void Keeps_out(string text, string origin) => Assert.False(Read(text).Contains(origin));

    [Theory]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/path")]
    [InlineData("https://user@app.example.com")]
    [InlineData("https://one.example,*")]
    [InlineData("yes")]
    [InlineData(",")]
    [InlineData("regex:")]
    [InlineData("regex:(")]
    [InlineData("regex:(a+)\\1")]
    public void Is_no_origin(string text) => Assert.False(AllowedOrigins.TryParse(text, out _));

    private static AllowedOrigins Read(string text)
    {
        Assert.True(AllowedOrigins.TryParse(text, out var origins));
        return origins;
    }
}

using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Auth;

public sealed class LoginRedirectsTests
{
    private readonly LoginRedirects redirects = new(new AllowedLinks("https://ok.example.com/app,myapp://signed-in"),
        new PublicAddress("https://api.example.com/directus"));

    [Theory]
    [InlineData("https://ok.example.com/app", "https://ok.example.com/app")]
    [InlineData("https://ok.example.com/app?a=<b>", "https://ok.example.com/app?a=%3Cb%3E")]
    [InlineData("https://ok.example.com:443/x/../app", "https://ok.example.com/app")]
    [InlineData("myapp://signed-in", "myapp://signed-in/")]
    [InlineData("/", "https://api.example.com/")]
    [InlineData("/directus/admin?a=//b", "https://api.example.com/directus/admin?a=//b")]
    [InlineData("https://api.example.com/ü", "https://api.example.com/%C3%BC")]
    public void Leads_to(string asked, string expected) => Assert.Equal(expected, redirects.Find(asked));

    [Theory]
    [InlineData("https://evil.example.com/app")]
    [InlineData("//evil.example.com")]
    [InlineData("/\\evil.example.com")]
    [InlineData("\\\\evil.example.com")]
    [InlineData("/%5Cevil.example.com")]
    [InlineData("/%2Fevil.example.com")]
    [InlineData("/.//evil.example.com")]
    [InlineData("/x/..//evil.example.com")]
    [InlineData("https:evil.example.com")]
    [InlineData("https:/evil.example.com")]
    [InlineData("https://ok.example.com@evil.example.com/app")]
    [InlineData("https://ok.example.com:pw@evil.example.com/app")]
    [InlineData("https://ok.example.com.evil.example.com/app")]
    [InlineData("https://evil.example.com#ok.example.com/app")]
    [InlineData("https://ok.example.com%00.evil.example.com/app")]
    [InlineData("https://ok.example.com%2f@evil.example.com/app")]
    [InlineData("https://api.example.com.evil.example.com/")]
    [InlineData("https://api.example.com:8443/")]
    [InlineData("http://api.example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://ok.example.com/app%0aalert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/%09/evil.example.com")]
    [InlineData("/\n/evil.example.com")]
    [InlineData("\thttps://ok.example.com/app")]
    [InlineData("https://ok.example.com/app#x")]
    [InlineData("https://ok.example.com/application")]
    [InlineData("https://ok.example.com/app/")]
    [InlineData("ok.example.com/app")]
    [InlineData("")]
    public void Leads_nowhere(string asked) => Assert.Null(redirects.Find(asked));
}

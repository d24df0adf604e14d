using System.Net;
using Directus.Grpc.Server.Hosting;
using Directus.Grpc.Server.Hosting.Proxies;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Proxies;

public sealed class CallerAddressTests
{
    [Theory]
    // Nobody is believed.
    [InlineData("false", "10.0.0.1", "6.6.6.6", "10.0.0.1")]
    [InlineData("0", "10.0.0.1", "6.6.6.6", "10.0.0.1")]
    // Everybody is.
    [InlineData("true", "10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "6.6.6.6")]
    // So many proxies are.
    [InlineData("1", "10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4")]
    [InlineData("2", "10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4")]
    [InlineData("3", "10.0.0.1", "1.2.3.4", "1.2.3.4")]
    // These are, and what others claim of themselves is not read.
    [InlineData("10.0.0.1", "10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4")]
    [InlineData("10.0.0.1", "10.0.0.2", "6.6.6.6", "10.0.0.2")]
    [InlineData("10.0.0.0/8, loopback", "127.0.0.1", "6.6.6.6,1.2.3.4,10.9.9.9", "1.2.3.4")]
    [InlineData("uniquelocal", "192.168.1.1", "1.2.3.4, 172.16.0.9", "1.2.3.4")]
    [InlineData("linklocal,fd00::/8", "fe80::1", "2001:db8::1, fd00::2", "2001:db8::1")]
    // However it is written.
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", "::ffff:1.2.3.4", "1.2.3.4")]
    [InlineData("1", "10.0.0.1", "1.2.3.4:5678", "1.2.3.4")]
    [InlineData("1", "10.0.0.1", "[2001:db8::1]:5678", "2001:db8::1")]
    // What is no address ends the reading.
    [InlineData("true", "10.0.0.1", "1.2.3.4, unknown, 10.0.0.2", "10.0.0.2")]
    [InlineData("true", "10.0.0.1", "nonsense", "10.0.0.1")]
    [InlineData("true", "10.0.0.1", "7", "10.0.0.1")]
    [InlineData("true", "10.0.0.1", "1.2.3.4,", "10.0.0.1")]
    [InlineData("true", "10.0.0.1", "", "10.0.0.1")]
    [InlineData("true", "10.0.0.1", null, "10.0.0.1")]
    public void Is_the_first_that_is_not_believed(string trust, string connection, string? chain, string expected) =>
        Assert.Equal(expected, Read(new ProxyOptions { Trust = trust }, connection, ("X-Forwarded-For", chain)));

    [Theory]
    [InlineData(null, "10.0.0.1", "1.2.3.4", "1.2.3.4")]
    [InlineData("10.0.0.1", "10.0.0.1", "1.2.3.4", "1.2.3.4")]
    [InlineData("10.0.0.1", "10.0.0.2", "1.2.3.4", "10.0.0.2")]
    [InlineData("10.0.0.1", "10.0.0.1", "nonsense", "5.6.7.8")]
    [InlineData("10.0.0.1", "10.0.0.1", null, "5.6.7.8")]
    public void May_stand_in_a_header_of_its_own(string? trust, string connection, string? stated, string expected) =>
        Assert.Equal(expected, Read(new ProxyOptions { Trust = trust, Header = "X-Real-IP" }, connection, ("X-Real-IP", stated),
            ("X-Forwarded-For", "6.6.6.6, 5.6.7.8")));

    [Fact]
    public void Several_headers_are_one_chain()
    {
        var headers = new HeaderDictionary { ["X-Forwarded-For"] = new(["6.6.6.6", "1.2.3.4, 10.0.0.2"]) };

        Assert.Equal("1.2.3.4", new ProxyOptions { Trust = "2" }.Reader()!.Of(IPAddress.Parse("10.0.0.1"), headers)!.ToString());
    }

    [Fact]
    public void A_header_that_nobody_is_believed_to_write_stops_the_start() => Assert.Contains("IP_CUSTOM_HEADER",
        Assert.Throws<ConfigurationException>(() => new ProxyOptions { Trust = "false", Header = "X-Real-IP" }.Reader()).Message);

    [Theory]
    [InlineData("proxy.local")]
    [InlineData("10.0.0.0/99")]
    [InlineData("-1")]
    [InlineData(",")]
    public void Is_no_list_of_proxies(string text) => Assert.False(ProxyTrust.TryParse(text, out _));

    private static string Read(ProxyOptions options, string connection, params (string Name, string? Text)[] headers)
    {
        var sent = new HeaderDictionary();
        foreach (var (name, text) in headers)
            if (text is not null) sent[name] = text;
        var address = IPAddress.Parse(connection);
        return (options.Reader()?.Of(address, sent) ?? address).ToString();
    }
}

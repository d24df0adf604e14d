using System.Net;
using System.Net.Sockets;
using Directus.Grpc.Server.Outbound;
using Xunit;

namespace Directus.Grpc.Server.Tests.Outbound;

public sealed class DenyListTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:7f00:1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:0:0:0:0:0:1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public void Addresses_that_are_not_public_are_closed(string address) =>
        Assert.True(DenyList.Parse(new OutboundOptions().DenyList).Denies(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("64:ff9b::5db8:d70e")]
    public void Public_addresses_are_open(string address) =>
        Assert.False(DenyList.Parse(new OutboundOptions().DenyList).Denies(IPAddress.Parse(address)));

    [Fact]
    public void A_list_of_ones_own_takes_the_place_of_the_default()
    {
        var list = DenyList.Parse("169.254.169.254, 10.0.0.0/8");

        Assert.True(list.Denies(IPAddress.Parse("::ffff:10.0.0.1")));
        Assert.False(list.Denies(IPAddress.Loopback));
        Assert.Equal("here", DenyList.Malformed("10.0.0.1,here"));
        Assert.Null(DenyList.Malformed(new OutboundOptions().DenyList));
    }

    // Guards against CVE-2023-26492: the name was checked, then resolved again.
    [Fact]
    public async Task A_name_that_changes_its_mind_leads_nowhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var asked = 0;
        var guard = new GuardedConnection(DenyList.Parse("127.0.0.0/8"), (_, _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse(++asked == 1 ? "192.0.2.1" : "127.0.0.1")]));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<Exception>(async () => await guard.ConnectAsync(new DnsEndPoint("rebinding.example", port), patience.Token));

        Assert.Equal(1, asked);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task One_closed_address_of_several_closes_the_name()
    {
        var guard = new GuardedConnection(DenyList.Parse("127.0.0.0/8"), (_, _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse("192.0.2.1"), IPAddress.Loopback]));

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
            await guard.ConnectAsync(new DnsEndPoint("both.example", 80), CancellationToken.None));
    }
}

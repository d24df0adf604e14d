using Directus.Grpc.Server.Hosting.Moving;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Moving;

public sealed class ForwardedRoutesTests
{
    private readonly ForwardedRoutes _routes = new();

    [Fact]
    public void A_route_has_a_name_once_it_was_seen_to_exist()
    {
        Assert.Equal("other", _routes.Name("/shop/orders/7", exists: false));
        Assert.Equal("/shop/*", _routes.Name("/shop/orders/7", exists: true));
        Assert.Equal("/shop/*", _routes.Name("/shop/nothing", exists: false));
        Assert.Equal("/admin", _routes.Name("/admin", exists: true));
        Assert.Equal("/", _routes.Name("/", exists: true));
    }

    [Fact]
    public void There_are_never_many_names()
    {
        var names = Enumerable.Range(0, 1000).Select(i => _routes.Name($"/route-{i}", exists: true)).ToHashSet();

        Assert.Equal(65, names.Count);
        Assert.Contains("other", names);
        Assert.Equal("other", new ForwardedRoutes().Name($"/{new string('a', 100)}", exists: true));
    }
}

using Directus.Grpc.ServerInfo.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

public sealed class PingTests
{
    [Theory, EachDatabase]
    public async Task Ping_answers_without_a_token_over_rest_and_grpc(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        var rest = await app.Anonymous.GetAsync("/server/ping");
        var rpc = await app.Anonymous.Server.PingAsync(new PingRequest());

        Assert.Equal("pong", await rest.Content.ReadAsStringAsync());
        Assert.Equal("pong", rpc.Message);
    }
}

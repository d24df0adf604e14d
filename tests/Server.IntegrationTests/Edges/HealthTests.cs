using System.Text.Json.Nodes;
using Directus.Grpc.ServerInfo.V1;
using Directus.Grpc.TestKit;
using Grpc.Health.V1;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

public sealed class HealthTests
{
    [Theory, EachDatabase]
    public async Task A_server_that_works_is_healthy_on_every_face(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        var rest = await app.Anonymous.GetAsync("/server/health");
        var rpc = await app.Admin.Server.GetHealthAsync(new GetHealthRequest());
        var probe = await new Health.HealthClient(app.Anonymous.Rpc).CheckAsync(new HealthCheckRequest());

        Assert.Equal(200, (int)rest.StatusCode);
        Assert.Equal("ok", (string?)JsonNode.Parse(await rest.Content.ReadAsStringAsync())!["status"]);
        Assert.Equal("ok", rpc.Status);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, probe.Status);
    }

    [Theory, EachDatabase]
    public async Task The_version_is_for_administrators(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var user = await app.SignInAsync();

        var toStranger = await (await app.Anonymous.GetAsync("/server/info")).Content.ReadAsStringAsync();
        var (toUser, toAdmin) = (await user.Server.GetInfoAsync(new()), await app.Admin.Server.GetInfoAsync(new()));

        Assert.DoesNotContain("version", toStranger);
        Assert.False(toUser.HasVersion);
        Assert.NotEmpty(toAdmin.Version);
    }
}

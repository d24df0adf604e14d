using System.Text.Json.Nodes;
using Directus.Grpc.ServerInfo.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
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
    public async Task Administrators_learn_of_each_part_and_others_the_status_alone(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var user = await app.SignInAsync();

        var health = JsonNode.Parse(await (await app.Admin.GetAsync("/server/health")).Content.ReadAsStringAsync())!;
        var rpc = await app.Admin.Server.GetHealthAsync(new());
        var graph = (await (await app.Admin.PostAsync("/graphql/system", new { query = "{ server_health }" })).DataAsync())!["server_health"]!;

        var client = (string?)health["checks"]!.AsObject().First().Key.Split(':')[0];
        Assert.Equal("11.17.4", (string?)health["releaseId"]);
        Assert.Equal(app.Server.Url.ToString().TrimEnd('/'), (string?)health["serviceId"]);
        Assert.Equal(150, (int)health["checks"]![$"{client}:responseTime"]![0]!["threshold"]!);
        Assert.Equal("ms", (string?)health["checks"]![$"{client}:responseTime"]![0]!["observedUnit"]);
        Assert.NotNull(health["checks"]![$"{client}:connectionsUsed"]![0]!["observedValue"]);
        Assert.Equal("objectstore", (string?)health["checks"]!["storage:local:responseTime"]![0]!["componentType"]);
        Assert.Equal("ok", (string?)health["checks"]!["email:connection"]![0]!["status"]);
        Assert.Equal(health["checks"]!.AsObject().Select(check => check.Key), rpc.Checks.Select(check => check.Name));
        Assert.Equal(health["checks"]!.AsObject().Select(check => check.Key), graph["checks"]!.AsObject().Select(check => check.Key));
        Assert.Equal(150, rpc.Checks[0].Threshold);
        foreach (var other in (TestClient[])[user, app.Anonymous])
        {
            Assert.Equal("""{"status":"ok"}""", await (await other.GetAsync("/server/health")).Content.ReadAsStringAsync());
            Assert.Equal(new GetHealthResponse { Status = "ok" }, await other.Server.GetHealthAsync(new()));
        }
    }

    [Fact]
    public async Task A_part_that_does_not_answer_makes_the_whole_503_and_a_slow_one_is_a_warning()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>
        {
            ["EMAIL_TRANSPORT"] = "smtp", ["EMAIL_SMTP_HOST"] = "127.0.0.1", ["EMAIL_SMTP_PORT"] = $"{FreePort.Next()}",
            ["EMAIL_VERIFY_SETUP"] = "false",
        });
        await using var app = await TestApp.OnAsync(server);

        var reply = await app.Admin.GetAsync("/server/health");

        Assert.Equal(503, (int)reply.StatusCode);
        var health = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
        Assert.Equal("error", (string?)health["status"]);
        Assert.Equal("ok", (string?)health["checks"]!["sqlite3:responseTime"]![0]!["status"]);
        Assert.NotEmpty((string)health["checks"]!["email:connection"]![0]!["output"]!);
        Assert.Equal("error", (await app.Anonymous.Server.GetHealthAsync(new())).Status);
        // Without mail it serves all the same.
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving,
            (await new Health.HealthClient(app.Anonymous.Rpc).CheckAsync(new HealthCheckRequest())).Status);
    }

    [Fact]
    public async Task Health_looks_at_what_it_is_told_to_and_is_not_there_where_it_is_switched_off()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite,
            new Dictionary<string, string> { ["HEALTHCHECK_SERVICES"] = "database" });
        await using var off = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string> { ["HEALTHCHECK_ENABLED"] = "false" });
        await using var app = await TestApp.OnAsync(server);
        await using var appOff = await TestApp.OnAsync(off);

        Assert.All((await app.Admin.Server.GetHealthAsync(new())).Checks, check => Assert.StartsWith("sqlite3:", check.Name));
        await (await appOff.Admin.GetAsync("/server/health")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        await appOff.Admin.Server.GetHealthAsync(new()).ShouldFailAsync(StatusCode.Unimplemented, "ROUTE_NOT_FOUND");
    }
}

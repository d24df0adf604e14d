using System.Net.Http.Headers;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class TelemetryTests
{
    private const string RestTrace = "0af7651916cd43dd8448eb211c80319c";
    private const string GrpcTrace = "1bf7651916cd43dd8448eb211c80319c";

    [Theory, EachDatabase]
    public async Task Traces_metrics_and_logs_reach_a_receiver_and_go_on_with_the_callers_trace(TestDatabase database)
    {
        await using var receiver = new OtlpReceiver();
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "the-name-of-the-service",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100", ["OTEL_METRIC_EXPORT_INTERVAL"] = "200", ["LOG_STYLE"] = "raw",
        });
        await using var app = await TestApp.OnAsync(server);
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", app.Admin.Token);
        http.DefaultRequestHeaders.Add("traceparent", $"00-{RestTrace}-b7ad6b7169203331-01");
        await http.GetAsync("/users?access_token=&filter[email][_eq]=value-of-the-query&limit=1");
        var headers = new Metadata { { "authorization", $"Bearer {app.Admin.Token}" }, { "traceparent", $"00-{GrpcTrace}-b7ad6b7169203331-01" } };
        await app.Anonymous.Server.GetHealthAsync(new(), headers);

        Assert.Equal(0, await server.Process.StopAsync());

        var traces = receiver.At("/v1/traces");
        foreach (var text in (string[])["the-name-of-the-service", "GET /users", "directus.server.v1.ServerService/GetHealth", "plan",
            "directus_users", "select 1", "storage write"]) Assert.Contains(text, traces);
        Assert.Contains(OtlpReceiver.Bytes(RestTrace), traces);
        Assert.Contains(OtlpReceiver.Bytes(GrpcTrace), traces);
        Assert.Contains("http.server.request.duration", receiver.At("/v1/metrics"));
        Assert.Contains("directus.database.statements", receiver.At("/v1/metrics"));
        Assert.Contains("/auth/login", receiver.At("/v1/logs"));
        Assert.Contains($"\"trace_id\":\"{RestTrace}\"", server.Log.Text);
        foreach (var path in (string[])["/v1/traces", "/v1/metrics", "/v1/logs"])
            foreach (var secret in (string[])[app.Admin.Token!, TestServer.AdminPassword]) Assert.DoesNotContain(secret, receiver.At(path));
        Assert.DoesNotContain("value-of-the-query", traces);
    }

    [Fact]
    public async Task A_signal_that_is_switched_off_is_not_sent()
    {
        await using var receiver = new OtlpReceiver();
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_TRACES_EXPORTER"] = "none",
            ["OTEL_METRICS_EXPORTER"] = "none",
        });

        Assert.Equal(0, await server.Process.StopAsync());

        Assert.NotEmpty(receiver.At("/v1/logs"));
        Assert.Empty(receiver.At("/v1/traces") + receiver.At("/v1/metrics"));
    }

    [Theory, EachDatabase]
    public async Task Prometheus_reads_how_services_answer_with_a_token_or_as_an_administrator(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string>
        {
            ["METRICS_ENABLED"] = "true", ["METRICS_TOKENS"] = "one-token, another", ["METRICS_NAME_PREFIX"] = "mine_",
            ["METRICS_SCHEDULE"] = "* * * * * *",
        });
        await using var app = await TestApp.OnAsync(server);
        var user = await app.SignInAsync();
        var client = server.Database.Environment["DB_CLIENT"];
        await Eventually.TrueAsync(async () =>
            (await TextAsync(server, "Metrics another")).Contains($"mine_db_{client}_response_time_ms_count"), "the database is measured");

        var text = await TextAsync(server, $"Bearer {app.Admin.Token}");
        Assert.Contains($"# TYPE mine_db_{client}_response_time_ms histogram", text);
        Assert.Contains($"mine_db_{client}_connection_errors 0", text);
        Assert.Contains("mine_storage_local_response_time_ms_bucket{le=\"750\"}", text);
        await (await user.GetAsync("/metrics")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Anonymous.GetAsync("/metrics")).ShouldBeErrorAsync(403, "FORBIDDEN");
        Assert.Contains("FORBIDDEN", await TextAsync(server, "Metrics one-toke"));
        await (await app.Anonymous.GetAsync("/metrics?access_token=one-token")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
    }

    [Theory, EachDatabase]
    public async Task There_are_no_metrics_unless_they_are_switched_on(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        await (await app.Admin.GetAsync("/metrics")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
    }

    private static async Task<string> TextAsync(TestServer server, string authorization)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        return await (await http.GetAsync("/metrics")).Content.ReadAsStringAsync();
    }
}

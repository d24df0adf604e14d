using System.Net;
using Directus.Grpc.ServerInfo.V1;
using Directus.Grpc.TestKit;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class PressureTests
{
    [Fact]
    public async Task Under_pressure_calls_are_told_to_come_back_on_every_face()
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await using var database = await TestDatabase.Sqlite.CreateAsync(folder);
        // No process has so little.
        var settings = TestServer.Settings(database, folder, new Dictionary<string, string>
        {
            ["PRESSURE_LIMITER_ENABLED"] = "true", ["PRESSURE_LIMITER_MAX_MEMORY_RSS"] = "1kb", ["PRESSURE_LIMITER_RETRY_AFTER"] = "7",
            ["CORS_ENABLED"] = "true", ["CORS_ORIGIN"] = "https://app.example.com",
        });
        await using var process = ServerProcess.Start(settings, folder);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings["PORT"]}") };
        http.DefaultRequestHeaders.Add("Origin", "https://app.example.com");
        await Eventually.TrueAsync(() => AnswersAsync(http), "the server answers");

        foreach (var path in new[] { "/server/ping", "/no/route", "/graphql" })
        {
            using var reply = await http.GetAsync(path);
            await reply.ShouldBeErrorAsync(503, "SERVICE_UNAVAILABLE");
            Assert.Equal(TimeSpan.FromSeconds(7), reply.Headers.RetryAfter!.Delta);
            Assert.Contains("Access-Control-Allow-Origin", reply.Headers.Select(header => header.Key));
        }

        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{settings["GRPC_PORT"]}");
        var refusal = await Assert.ThrowsAsync<RpcException>(() => new ServerService.ServerServiceClient(channel).PingAsync(new()).ResponseAsync);
        Assert.Equal((StatusCode.Unavailable, 7), (refusal.StatusCode, refusal.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds));
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/server/ping")).StatusCode == HttpStatusCode.ServiceUnavailable;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

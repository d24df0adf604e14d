using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

/// <summary>A gRPC client that knows nothing but the address: it learns the contract by server reflection.</summary>
public sealed class BufCurlTests(SharedServers servers)
{
    private static readonly string Buf = Path.Combine(BuildPaths.RepositoryRoot, "protos/node_modules/.bin/buf");

    [Theory, EachDatabase]
    public async Task Buf_curl_pings(TestDatabase database)
    {
        var server = await servers.OnAsync(database);

        var reply = await CallAsync(server, "directus.server.v1.ServerService/Ping", "{}");

        Assert.Equal("pong", (string?)reply["message"]);
    }

    [Theory, EachDatabase]
    public async Task Buf_curl_logs_in_and_lists_items(TestDatabase database)
    {
        var server = await servers.OnAsync(database);
        var login = $$"""{"email": "{{TestServer.AdminEmail}}", "password": "{{TestServer.AdminPassword}}"}""";
        var tokens = await CallAsync(server, "directus.auth.v1.AuthService/Login", login);

        var reply = await CallAsync(
            server,
            "directus.items.v1.ItemsService/ListItems",
            """{"collection": "directus_users", "query": {"fields": ["email"]}}""",
            $"authorization: Bearer {tokens["tokens"]!["access_token"]}");

        Assert.Contains(reply["items"]!.AsArray(), item => (string?)item!["email"] == TestServer.AdminEmail);
    }

    private static async Task<JsonNode> CallAsync(TestServer server, string method, string request, params string[] headers)
    {
        Assert.True(File.Exists(Buf), "Run 'npm ci' in protos first; ./test does.");
        var (exitCode, output) = await Command.RunAsync(Buf,
        [
            "curl", "--protocol", "grpc", "--http2-prior-knowledge", .. headers.SelectMany(header => new[] { "--header", header }),
            "--data", request, new Uri(server.GrpcUrl, method).ToString(),
        ]);
        Assert.True(exitCode == 0, output);
        return JsonNode.Parse(output)!;
    }
}

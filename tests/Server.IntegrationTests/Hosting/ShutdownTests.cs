using System.Net.Sockets;
using System.Text;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class ShutdownTests
{
    [Theory, EachDatabase]
    public async Task A_server_that_is_told_to_stop_answers_first_what_it_has_begun(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        var body = Encoding.ASCII.GetBytes($$"""{"email":"{{TestServer.AdminEmail}}","password":"{{TestServer.AdminPassword}}"}""");
        using var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nExpect: 100-continue\r\n\r\n"));
        // The server says so when it begins to read the body: the request is under way.
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());
        await reader.ReadLineAsync();

        server.Process.SendTerminate();
        await Task.Delay(300);
        Assert.False(server.Process.HasExited);
        await stream.WriteAsync(body);

        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync());
        Assert.Equal(0, await server.Process.EndsAsync());
        Assert.Empty(server.Log.Errors());
    }
}

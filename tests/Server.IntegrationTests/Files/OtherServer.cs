using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>A server to import from: knows a file, ways to it, and who came.</summary>
internal sealed class OtherServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private int connections;

    public OtherServer()
    {
        listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref connections);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref connections);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private static async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var path = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "";
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
            // Headers say nothing here.
        }

        var answer = path.StartsWith("/to?", StringComparison.Ordinal)
            ? $"HTTP/1.1 302 Found\r\nLocation: {Uri.UnescapeDataString(path[4..])}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : path == "/missing" ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : path == "/broken" ? "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf"
            : "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 8\r\nConnection: close\r\n\r\nimported";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Directus.Grpc.TestKit;

/// <summary>Debian's redis-server with nothing in it.</summary>
public sealed class Redis : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly Process process;

    private Redis(DirectoryInfo folder, Process process, int port)
    {
        this.folder = folder;
        this.process = process;
        Port = port;
    }

    /// <summary>Where it is installed; null where it is not.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(place => Path.Combine(place, "redis-server")).FirstOrDefault(File.Exists);

    public int Port { get; }

    public static async Task<Redis> StartAsync(string password)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-redis-");
        var port = FreePort.Next();
        string[] settings =
        [
            "--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--requirepass", password, "--save", "", "--dir",
                folder.FullName,
        ];
        var start = new ProcessStartInfo(Program!, settings) { RedirectStandardOutput = true };
        var redis = new Redis(folder, Process.Start(start)!, port);
        redis.process.BeginOutputReadLine();
        await Eventually.TrueAsync(redis.AnswersAsync, "Redis answers");
        return redis;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    public async Task StopAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Directus.Grpc.Bench.Processes;

/// <summary>A server of our own, in a process of its own; it ends with us.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly string folder;

    private ServerProcess(Process process, string folder, string url)
    {
        this.process = process;
        this.folder = folder;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Address of gRPC, of a server that has one.</summary>
    public string GrpcUrl { get; init; } = "";

    /// <summary>Time that the process has spent on the processors.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that the process has had so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public static ServerProcess Start(
        string file, IEnumerable<string> arguments, int port, IReadOnlyDictionary<string, string> variables, int? grpcPort = null)
    {
        // A folder without a .env file, so that nothing but the given variables counts.
        var folder = Directory.CreateTempSubdirectory("directus-bench-").FullName;
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        process.OutputDataReceived += (_, line) => Print(line.Data);
        process.ErrorDataReceived += (_, line) => Print(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, folder, Address(port)) { GrpcUrl = grpcPort is { } other ? Address(other) : "" };
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks again and again until the server answers.</summary>
    public async Task UntilAnsweredAsync(HttpClient http, string path, TimeSpan pause)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < StartLimit)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with code {process.ExitCode}.");
            if (await AnswersAsync(http, path)) return;
            await Task.Delay(pause);
        }
        throw new TimeoutException($"No answer from {Url}{path}.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Asked to stop first: a database that was closed properly opens as it does in real life.
    private async Task StopAsync()
    {
        if (process.HasExited) return;
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) kill.WaitForExit();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            using var reply = await http.GetAsync(Url + path);
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static void Print(string? line)
    {
        if (Environment.GetEnvironmentVariable("BENCH_VERBOSE") is { Length: > 0 } && line is not null)
            Console.Error.WriteLine(line);
    }
}

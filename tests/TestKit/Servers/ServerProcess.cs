using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Directus.Grpc.TestKit;

/// <summary>The built server as a process of its own, with only the environment that a test gives it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int Sigterm = 15;

    // What .NET itself needs of the machine; nothing of the project's settings may leak into a test.
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "DOTNET_CLI_HOME", "LANG"];

    private readonly Process process;

    private ServerProcess(Process process) => this.process = process;

    public ServerLog Log { get; } = new();

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public static ServerProcess Start(IReadOnlyDictionary<string, string> environment, DirectoryInfo folder)
    {
        var start = new ProcessStartInfo("dotnet", [BuildPaths.ServerAssembly])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        foreach (var (name, value) in environment) start.Environment[name] = value;

        var server = new ServerProcess(new Process { StartInfo = start });
        server.Run();
        return server;
    }

    /// <summary>Waits until the server answers; fails with its log when it ends or stays silent.</summary>
    public async Task AnswersAsync(Uri url, TimeSpan? limit = null)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(5) };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < (limit ?? Eventually.Patience))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {ExitCode}:\n{Log.Text}");
            try
            {
                if ((await http.GetAsync("/server/ping")).IsSuccessStatusCode) return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The server did not answer at {url}:\n{Log.Text}");
    }

    /// <summary>Waits until the process has ended by itself and answers its exit code.</summary>
    public async Task<int> EndsAsync(TimeSpan? limit = null)
    {
        using var patience = new CancellationTokenSource(limit ?? Eventually.Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The server did not end:\n{Log.Text}");
        }

        return process.ExitCode;
    }

    /// <summary>Asks the server to end, as a service manager does, and answers its exit code.</summary>
    public Task<int> StopAsync()
    {
        SendTerminate();
        return EndsAsync();
    }

    /// <summary>Ends the server at once, as a crash does.</summary>
    public Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        return process.WaitForExitAsync();
    }

    public void SendTerminate()
    {
        if (!process.HasExited && Kill(process.Id, Sigterm) != 0)
            throw new InvalidOperationException($"Process {process.Id} took no signal.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // A server that counts which of its lines are reached writes that down when it ends by itself.
            if (BuildPaths.IsInstrumented) SendTerminate();
            else process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Run()
    {
        process.OutputDataReceived += (_, line) => Log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => Log.Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}

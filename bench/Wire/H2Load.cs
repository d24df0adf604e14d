using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Directus.Grpc.Bench.Load;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Wire;

/// <summary>Runs h2load, which speaks HTTP/1.1 and HTTP/2, and reads what it prints.</summary>
internal sealed partial class H2Load(ServerProcess server, BenchOptions options, IReadOnlyList<string> arguments)
{
    public async Task<Sample> RunAsync()
    {
        var number = CultureInfo.InvariantCulture;
        var before = server.ProcessorTime;
        var start = new ProcessStartInfo("h2load",
        [
            "-t1", string.Create(number, $"-c{options.Connections}"), "-m1", string.Create(number, $"-D{options.Seconds}"),
            "-H", $"authorization: Bearer {OurServer.Token}", .. arguments,
        ])
        { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("h2load did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var (done, good) = (Number(Requests().Match(output), 1), Number(Requests().Match(output), 2));
        if (process.ExitCode != 0 || good < done) throw new InvalidOperationException($"h2load met failures:\n{output}");
        return new(good / options.Seconds, double.NaN, (server.ProcessorTime - before).TotalMicroseconds / good);
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"requests: \d+ total, \d+ started, (\d+) done, (\d+) succeeded")]
    private static partial Regex Requests();
}

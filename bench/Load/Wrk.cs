using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Bench.Load;

/// <summary>Runs wrk and reads what it prints.</summary>
internal static partial class Wrk
{
    public static async Task<Sample> RunAsync(Target target, Scenario scenario, int connections, int seconds)
    {
        var before = target.Process?.ProcessorTime;
        using var script = scenario.Body is { } body ? new TemporaryFile(Script(scenario, body)) : null;
        var output = await PrintedAsync(Arguments(target, scenario, script, connections, seconds));
        var requests = Number(Requests().Match(output));
        return new(
            Number(PerSecond().Match(output)),
            Milliseconds(P99().Match(output)),
            target.Process is { } process ? (process.ProcessorTime - before!.Value).TotalMicroseconds / requests : double.NaN);
    }

    private static List<string> Arguments(Target target, Scenario scenario, TemporaryFile? script, int connections, int seconds)
    {
        List<string> arguments =
        [
            "-t2",
            string.Create(CultureInfo.InvariantCulture, $"-c{scenario.Connections ?? connections}"),
            string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"),
            "--latency",
        ];
        if (target.Token is not null) arguments.AddRange(["-H", $"Authorization: Bearer {target.Token}"]);
        if (script is not null) arguments.AddRange(["-s", script.Path]);
        arguments.Add(target.Url + scenario.Path);
        return arguments;
    }

    private static string Script(Scenario scenario, string body)
    {
        var script = $"""
            wrk.method = "{scenario.Method}"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = [==[{body}]==]

            """;
        return scenario.Keys is not { } keys ? script : script + $"""
            function request() return wrk.format(nil, "{scenario.Path[..(scenario.Path.LastIndexOf('/') + 1)]}" .. math.random({keys})) end
            """;
    }

    private static async Task<string> PrintedAsync(List<string> arguments)
    {
        var start = new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        // A fast refusal is no answer: a figure with failures in it means nothing.
        if (process.ExitCode != 0 || output.Contains("Non-2xx", StringComparison.Ordinal)
            || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException($"wrk {string.Join(' ', arguments[^1..])} met failures:\n{output}");
        return output;
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static double Milliseconds(Match match) => Number(match) * match.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        "s" => 1000,
        var unit => throw new InvalidOperationException($"wrk printed the unit {unit}."),
    };

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"99%\s+([\d.]+)(\w+)")]
    private static partial Regex P99();
}

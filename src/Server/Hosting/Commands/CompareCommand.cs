using Directus.Grpc.Server.Hosting.Logs;
using Directus.Grpc.Server.Hosting.Moving.Comparing;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>Asks two servers what was read of one before, and prints where they differ.</summary>
internal sealed class CompareCommand(CompareArguments arguments) : IDisposable
{
    public const string Verb = "compare";

    private const int Same = 0;
    private const int Differs = 1;
    private const int Misused = 2;

    private readonly ReadSender _here = new(arguments.Here);
    private readonly ReadSender _there = new(arguments.There);

    private readonly KeyValuePair<string, string>[] _headers =
        arguments.Token is { } token ? [new(HeaderNames.Authorization, $"Bearer {token}")] : [];

    public static int Run(ReadOnlySpan<string> args)
    {
        if (CompareArguments.Parse(args) is not { } arguments)
        {
            Console.Error.WriteLine(CompareArguments.Usage);
            return Misused;
        }

        using var command = new CompareCommand(arguments);
        try
        {
            return command.RunAsync().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return Misused;
        }
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    private async Task<int> RunAsync()
    {
        var (same, different, failed, leftOut) = (0, 0, 0, 0);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        using var log = arguments.Log is { } file ? new StreamReader(file) : Console.In;
        while (await log.ReadLineAsync() is { } line)
        {
            if (ReadLine.Target(line) is not { } target) leftOut++;
            else if (asked.Add(target))
            {
                if (await CompareAsync(new("GET", target, _headers, default)) is not { } differences) failed++;
                else if (differences.Count == 0) same++;
                else different++;
            }
        }

        await Console.Out.WriteLineAsync($"{asked.Count} reads: {same} same, {different} different, {failed} failed. {leftOut} lines were left out.");
        return same > 0 && different + failed == 0 ? Same : Differs;
    }

    private async Task<IReadOnlyList<string>?> CompareAsync(ReadCall call)
    {
        try
        {
            var differences = await DifferencesAsync(call);
            // Something may have been written between the two answers.
            if (differences.Count > 0) differences = await DifferencesAsync(call);
            if (differences.Count > 0) await PrintAsync("differs", call, differences);
            return differences;
        }
        catch (Exception error) when (error is HttpRequestException or UriFormatException)
        {
            await PrintAsync("failed", call, [error.Message]);
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(ReadCall call)
    {
        var answers = await Task.WhenAll(_here.SendAsync(call, default), _there.SendAsync(call, default));
        return AnswerDifferences.Of(call, answers[0], answers[1]);
    }

    private static async Task PrintAsync(string what, ReadCall call, IEnumerable<string> lines)
    {
        await Console.Out.WriteLineAsync($"{what,-8} {call.Method} {Redaction.OfUrl(call.Target)}");
        foreach (var line in lines) await Console.Out.WriteLineAsync($"         {line}");
    }
}

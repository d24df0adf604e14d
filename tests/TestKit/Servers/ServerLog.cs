using System.Text.RegularExpressions;

namespace Directus.Grpc.TestKit;

/// <summary>What a server has written to its standard outputs, line by line.</summary>
public sealed partial class ServerLog
{
    private readonly List<string> lines = [];

    public int Count
    {
        get { lock (lines) return lines.Count; }
    }

    public string Text => string.Join('\n', Lines());

    public void Add(string? line)
    {
        if (line is null) return;
        lock (lines) lines.Add(line);
    }

    /// <summary>Waits for a line with this text; what is written comes a little later than what is answered.</summary>
    public Task HasAsync(string text, int from = 0) =>
        Eventually.TrueAsync(() => Lines(from).Any(line => line.Contains(text, StringComparison.Ordinal)), $"the log tells of {text}");

    public IReadOnlyList<string> Lines(int from = 0)
    {
        lock (lines) return lines[from..];
    }

    /// <summary>Lines that report an error, each with the lines that go with it.</summary>
    public IReadOnlyList<string> Errors(int from = 0)
    {
        var found = new List<string>();
        var inside = false;
        foreach (var line in Lines(from))
        {
            inside = Error().IsMatch(line) || (inside && line.StartsWith(' '));
            if (inside) found.Add(line);
        }

        return found;
    }

    /// <summary>Lines that tell more than that a call was answered, of which there is one for each.</summary>
    public IReadOnlyList<string> Notes(int from = 0) => [.. Lines(from).Where(line => !Answered().IsMatch(line))];

    [GeneratedRegex("""^\[\S+\] [A-Z]+ /\S* \S+ \d+ms$""")]
    private static partial Regex Answered();

    // Both styles of the log, and what .NET prints of a crash.
    [GeneratedRegex("""^\[\S+\] (ERROR|FATAL): |^\{"level":(50|60),|^Unhandled exception""")]
    private static partial Regex Error();
}

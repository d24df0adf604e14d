using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Hosting.Logs;
using Directus.Grpc.Server.Hosting.Moving.Comparing;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>Finds what was read in a line of a log, of whatever kind.</summary>
internal static partial class ReadLine
{
    /// <summary>Path and query of a GET that can be asked again; null where the line tells of none.</summary>
    public static string? Target(string line)
    {
        var (method, target) = line.StartsWith('{') ? OfJson(line) : OfText(line);
        if (method != "GET" || !target.StartsWith('/')) return null;
        var call = new ReadCall(method, WithoutToken(target), [], default);
        // What the log does not tell cannot be asked.
        return call.Target.Contains(Redaction.Redacted, StringComparison.Ordinal) || !ComparableReads.Is(call) ? null : call.Target;
    }

    private static (string Method, string Target) OfText(string line)
    {
        if (line.StartsWith('/')) return ("GET", line.Trim());
        var found = Request().Match(line);
        return (found.Groups["method"].Value, found.Groups["target"].Value);
    }

    private static (string Method, string Target) OfJson(string line)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            if (!entry.RootElement.TryGetProperty("req", out var request) || request.ValueKind != JsonValueKind.Object) return ("", "");
            string Text(string name) => request.TryGetProperty(name, out var value) ? value.ToString() : "";
            return (Text("method"), Text("url"));
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }

    private static string WithoutToken(string target)
    {
        if (target.IndexOf('?') is var query && query < 0) return target;
        var kept = target[(query + 1)..].Split('&').Where(piece => !piece.StartsWith("access_token=", StringComparison.Ordinal)).ToArray();
        return kept.Length == 0 ? target[..query] : $"{target[..query]}?{string.Join('&', kept)}";
    }

    // `[12:00:00] GET /items/a 200 3ms`, `1.2.3.4 - - [31/Jan/2026:12:00:00 +0000] "GET /items/a HTTP/1.1" 200 5`.
    [GeneratedRegex("""(?:^|[\s"])(?<method>[A-Z]+) (?<target>/\S*)""")]
    private static partial Regex Request();
}

using Directus.Grpc.Server.Hosting.Configuration;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>The command line after `compare`.</summary>
/// <param name="Here">This server.</param>
/// <param name="There">The other one.</param>
/// <param name="Token">Who asks; null for nobody.</param>
/// <param name="Log">File of the reads; null for what comes in.</param>
internal sealed record CompareArguments(string Here, string There, string? Token, string? Log)
{
    public const string Usage = """
        compare --with URL [LOG]  asks two servers the reads in LOG, or in what comes in, and prints where their answers differ
          --url URL               this server, http://127.0.0.1:8055 unless told
          --token TOKEN           who asks both of them; without it nobody in particular
        Lines of LOG are paths, lines of this server's log or of Directus' (pretty or raw), or of nginx; what is no GET of items or of
        collections of the system is left out, and what is there twice is asked once. Values are not printed.
        Exit codes: 0 all answers are the same, 1 some differ or could not be had, 2 wrong usage.
        """;

    /// <summary>Null when it makes no sense.</summary>
    public static CompareArguments? Parse(ReadOnlySpan<string> args)
    {
        var (options, log) = (new Dictionary<string, string>(StringComparer.Ordinal), (string?)null);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] is "--with" or "--url" or "--token")
            {
                if (at + 1 == args.Length || !options.TryAdd(args[at], args[++at])) return null;
            }
            else if (log is null && !args[at].StartsWith('-')) log = args[at];
            else return null;
        }

        var (here, there) = (options.GetValueOrDefault("--url", "http://127.0.0.1:8055"), options.GetValueOrDefault("--with"));
        return there is not null && Setting.IsServer(here) && Setting.IsServer(there)
            ? new(here, there, options.GetValueOrDefault("--token"), log)
            : null;
    }
}

using Directus.Grpc.Server.Hosting.Configuration;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>What is asked for on the command line other than a command on models or the server with its settings. Words that mean
/// nothing start no server: it would make a database somewhere.</summary>
internal static class CommandLine
{
    private const int Done = 0;
    private const int Misused = 2;

    private const string Usage = """
        directus-grpc             runs the server
          --NAME VALUE            a setting, as --PORT 8055; those of docs/configuration.md, which may stand in the environment too
        directus-grpc --version   prints the version
        directus-grpc --help      prints this
        directus-grpc doctor      looks at a database before it is served
        directus-grpc check-env   tells what becomes of settings
        directus-grpc compare     compares the answers of two servers
        directus-grpc studio …    fetches Directus' app
        directus-grpc schema …    exports, compares and applies models:

        """;

    /// <summary>Prints what was asked for, or why nothing is run, and tells the exit code; null when there is something to run.</summary>
    public static int? Answer(string[] args)
    {
        if (args is ["--version"]) return Print(ProductVersion.Text);
        if (args.Any(IsHelp))
            return Print(Usage + string.Join('\n',
                SchemaArguments.Usage, DoctorCommand.Usage, CheckEnvCommand.Usage, CompareArguments.Usage, StudioCommand.Usage));
        if (args is [CheckEnvCommand.Verb, .. { Length: <= 1 } file] && !file.Any(word => word.StartsWith('-')))
            return CheckEnvCommand.Run(file.FirstOrDefault());
        if (args is [CompareCommand.Verb, ..]) return CompareCommand.Run(args.AsSpan(1));
        if (args is ["schema" or "studio", ..] or ["doctor"] || Unknown(args) is not { } word) return null;
        Console.Error.WriteLine($"\"{word}\" is neither a command nor a setting; --help tells those that there are.");
        return Misused;
    }

    private static int Print(string text)
    {
        Console.WriteLine(text);
        return Done;
    }

    private static bool IsHelp(string word) => word is "--help" or "-h" or "-?" or "help";

    // --NAME VALUE, --NAME=VALUE and NAME=VALUE.
    private static string? Unknown(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
        {
            var dashed = args[at].StartsWith("--", StringComparison.Ordinal);
            var (name, end) = (dashed ? args[at][2..] : args[at], args[at].IndexOf('=', StringComparison.Ordinal));
            if (end >= 0) name = name[..name.IndexOf('=', StringComparison.Ordinal)];
            if (!IsSetting(name) || (end < 0 && (!dashed || ++at == args.Length))) return args[Math.Min(at, args.Length - 1)];
        }

        return null;
    }

    private static bool IsSetting(string name)
    {
        if (name.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase) && IsSetting(name[..^"_FILE".Length])) return true;
        return name.Contains(':', StringComparison.Ordinal)
            || Variables.Find(name.ToUpperInvariant(), KnownSettings.All) is not null
            || name.StartsWith("AUTH_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("STORAGE_", StringComparison.OrdinalIgnoreCase);
    }
}

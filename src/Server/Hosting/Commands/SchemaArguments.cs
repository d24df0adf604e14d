using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>The command line after `schema`.</summary>
internal sealed record SchemaArguments(string Verb)
{
    public const string Usage = """
        schema snapshot [FILE]  writes the model of the database to a file, or prints it
          --format json|yaml    default: by the ending of FILE, else json
          --include A,B         only these collections, with the groups they are in
          --exclude A,B         all but these
        schema diff FILE        compares the model in a file with that of the database and prints the steps
          --output FILE         writes the difference, as JSON, for schema apply
        schema apply FILE       brings the database to the model in a file, or applies a difference, all of it or nothing
          --dry-run             prints the steps and changes nothing
        diff and apply also take
          --mode mirror|merge   whether what the model lacks is to go (mirror, the default) or stays
          --rename OLD:NEW      a collection, or collection.field, that has another name in the model and keeps its data
          --force               takes a model of another release or kind of database, and a difference that is out of date
        FILE is JSON or YAML. The database is the one of the DB_ settings; the server need not run.
        Exit codes: 0 done or equal, 1 refused or failed, 2 wrong usage, 3 there are differences (diff, apply --dry-run).
        """;

    public string? File { get; private init; }

    public string? Output { get; private init; }

    public string? Format { get; private init; }

    public IReadOnlyList<string> Include { get; private init; } = [];

    public IReadOnlyList<string> Exclude { get; private init; } = [];

    public IReadOnlyList<string> Renames { get; private init; } = [];

    public ComparisonMode Mode { get; private init; }

    public bool Force { get; private init; }

    public bool DryRun { get; private init; }

    /// <summary>Null when it makes no sense.</summary>
    public static SchemaArguments? Parse(ReadOnlySpan<string> args)
    {
        if (args is not [("snapshot" or "diff" or "apply") and var verb, ..]) return null;
        var parsed = new SchemaArguments(verb);
        for (var at = 1; at < args.Length; at++)
        {
            var (next, used) = parsed.With(args[at], at + 1 < args.Length ? args[at + 1] : null);
            if (next is null) return null;
            parsed = next;
            if (used) at++;
        }

        return parsed is { Verb: not "snapshot", File: null } ? null : parsed;
    }

    private (SchemaArguments? With, bool UsesValue) With(string option, string? value) => (Verb, option) switch
    {
        (_, ['-', '-', ..]) when option is "--force" or "--dry-run" => (Flag(option), false),
        (_, ['-', '-', ..]) when value is null => (null, false),
        ("snapshot", "--format") when value is "json" or "yaml" => (this with { Format = value }, true),
        ("snapshot", "--include") => (this with { Include = Names(value!) }, true),
        ("snapshot", "--exclude") => (this with { Exclude = Names(value!) }, true),
        ("diff", "--output") => (this with { Output = value }, true),
        ("diff" or "apply", "--mode") when value is "mirror" or "merge" =>
            (this with { Mode = value == "merge" ? ComparisonMode.Merge : ComparisonMode.Mirror }, true),
        ("diff" or "apply", "--rename") => (this with { Renames = [.. Renames, value!] }, true),
        (_, ['-', ..]) => (null, false),
        _ when File is null => (this with { File = option }, false),
        _ => (null, false),
    };

    private SchemaArguments? Flag(string option) => (Verb, option) switch
    {
        ("diff" or "apply", "--force") => this with { Force = true },
        ("apply", "--dry-run") => this with { DryRun = true },
        _ => null,
    };

    private static string[] Names(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

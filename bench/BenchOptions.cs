using System.Globalization;

namespace Directus.Grpc.Bench;

/// <summary>The command line.</summary>
internal sealed class BenchOptions
{
    private readonly Dictionary<string, string> values = [];

    public string Command { get; private init; } = "";

    /// <summary>Executable of the server; required by all commands but bare.</summary>
    public string? Server => values.GetValueOrDefault("server");

    /// <summary>Address of a real Directus to measure too.</summary>
    public string? Directus => values.GetValueOrDefault("directus")?.TrimEnd('/');

    /// <summary>Static admin token of that Directus.</summary>
    public string DirectusToken => values.GetValueOrDefault("directus-token") ?? "";

    /// <summary>Part of the names of the requests to measure.</summary>
    public string Only => values.GetValueOrDefault("only") ?? "";

    public int Seconds => Number("seconds", 5);

    /// <summary>Seconds of each request before it is measured: what a server is that has run for a while.</summary>
    public int WarmUp => Number("warm-up", 30);

    public int Rounds => Number("rounds", 5);

    public int Connections => Number("connections", 16);

    public int Rows => Number("rows", 10_000);

    /// <summary>Starts that cold-start takes the median of.</summary>
    public int Starts => Number("starts", 10);

    /// <summary>Size of the model that schema moves.</summary>
    public int Collections => Number("collections", 125);

    /// <summary>Fields of each of its collections, the key and a relation among them.</summary>
    public int Fields => Number("fields", 10);

    public int Port => Number("port", 0);

    public string Database => values.GetValueOrDefault("database") ?? "";

    public static BenchOptions Parse(string[] args)
    {
        var options = new BenchOptions { Command = args.FirstOrDefault() ?? "" };
        for (var i = 1; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length)
                throw new ArgumentException($"Option {args[i]} is not known or has no value.");
            options.values[args[i][2..]] = args[i + 1];
        }
        return options;
    }

    public static int PrintUsage()
    {
        Console.Error.WriteLine("""
            load        requests a second of the server beside a bare endpoint
              --server FILE  --directus URL --directus-token TOKEN
              --warm-up 30 --seconds 5 --rounds 5 --connections 16 --rows 10000 --only PART_OF_A_NAME
            auth        reads by a user and through a share, logins beside argon2id alone
              --server FILE  --warm-up 30 --seconds 5 --rounds 5 --connections 16
            wire        the same items over REST and over gRPC
              --server FILE  --seconds 5 --rounds 5 --connections 16 --rows 10000
            import      a file of rows brought into a collection, beside Directus
              --server FILE  --directus URL --directus-token TOKEN  --rows 10000
            cold-start  time from start to the first answer on an existing SQLite database
              --server FILE  --starts 10
            schema      export, comparison and application of a model, beside an empty Directus project
              --server FILE  --directus URL --directus-token TOKEN
              --rounds 5 --collections 125 --fields 10
            bare        serves the bare endpoint
              --port N --database NAME
            PGHOST, PGPORT, PGUSER and PGPASSWORD name the PostgreSQL server.
            BENCH_VERBOSE=1 prints what the servers print.
            """);
        return 2;
    }

    private int Number(string name, int standard) =>
        values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}

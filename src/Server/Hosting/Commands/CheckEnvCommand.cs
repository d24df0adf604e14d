using Directus.Grpc.Server.Hosting.Configuration;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>Tells what becomes of the variables in a file, or of those that the server would start with. No value is printed.</summary>
internal static class CheckEnvCommand
{
    public const string Verb = "check-env";

    public const string Usage = """
        check-env [FILE]          tells of each variable in FILE (.env, .json, .yaml) or, without it, of those that the server would start
                                  with, whether it is honoured, without effect, not supported or unknown
        Exit codes: 0 all is well, 1 something is not supported, unknown or wrong, 2 wrong usage.
        """;

    private const int Well = 0;
    private const int Faulty = 1;

    public static int Run(string? file)
    {
        try
        {
            var report = file is null ? OfServer() : OfFile(file);
            foreach (var entry in report.Entries) Console.WriteLine(entry);
            Console.WriteLine(report.Entries.Count == 0 ? "No variable of Directus is set." : Summary(report));
            return report.HasFaults ? Faulty : Well;
        }
        catch (ConfigurationException error)
        {
            Console.Error.WriteLine(error.Message);
            return Faulty;
        }
    }

    private static SettingsReport OfFile(string file)
    {
        if (!File.Exists(file)) throw new ConfigurationException($"There is no file {file}.");
        var pairs = ConfigFile.Read(file);
        var given = new GivenVariables(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
        return SettingsReport.Of(pairs.Select(pair => pair.Key), given, all: true);
    }

    private static SettingsReport OfServer()
    {
        var configuration = new ConfigurationManager();
        configuration.AddGiven([]);
        return SettingsReport.Of(configuration.Names(), new GivenVariables(configuration), all: false);
    }

    private static string Summary(SettingsReport report)
    {
        int Count(VariableUse? use) => report.Entries.Count(entry => entry.Problem is null && entry.Use == use);
        var wrong = report.Entries.Count(entry => entry.Problem is not null);
        return $"{Count(VariableUse.Honoured)} honoured, {Count(VariableUse.WithoutEffect)} without effect, "
            + $"{Count(VariableUse.NotSupported)} not supported, {Count(null)} unknown, {wrong} wrong.";
    }
}

using Directus.Grpc.Server.Schema.Checkup;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>Looks at a database before it is served, and says what to do. It changes nothing.</summary>
internal static class DoctorCommand
{
    public const string Usage = """
        doctor                    looks at the database of the DB_ settings and says what to do before it is served; changes nothing
        Exit codes: 0 nothing to do, 1 the database cannot be looked at, 3 there is something to do.
        """;

    private const int Well = 0;
    private const int Differs = 3;

    public static bool IsAsked(string[] args) => args is ["doctor", ..];

    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var findings = await services.GetRequiredService<DatabaseCheckup>().RunAsync(CancellationToken.None);
        foreach (var finding in findings.OrderByDescending(finding => finding.Level))
        {
            await Console.Out.WriteLineAsync($"{Mark(finding.Level)} {finding.What}");
            if (finding.Remedy is { } remedy) await Console.Out.WriteLineAsync($"    {remedy}");
        }

        var open = findings.Count(finding => finding.Level > FindingLevel.Note);
        await Console.Out.WriteLineAsync(open == 0 ? "Nothing has to be done." : $"{open} things to do.");
        return open == 0 ? Well : Differs;
    }

    private static string Mark(FindingLevel level) => level switch { FindingLevel.Problem => "!!", FindingLevel.Advice => "! ", _ => "  " };
}

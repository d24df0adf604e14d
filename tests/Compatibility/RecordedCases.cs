using System.Text;
using Directus.Grpc.Compatibility.Replay;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

/// <summary>Plays every recorded case file and holds the outcome against the ratchet. CASES="items_ query_" plays only
/// files with such names.</summary>
public abstract class RecordedCases(ReplayServer server, Ratchet ratchet, VerdictReport report)
{
    internal static readonly string Folder = Path.Combine(BuildPaths.RepositoryRoot, "tests/Compatibility/cases");

    /// <summary>The files in their order; the last one may lock the administrator out of a server that fails it.</summary>
    public static IEnumerable<string> Names()
    {
        var wanted = (Environment.GetEnvironmentVariable("CASES") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Directory.EnumerateFiles(Folder, "*.jsonl").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => wanted.Length == 0 || wanted.Any(name.Contains)).Order(StringComparer.Ordinal);
    }

    public static IEnumerable<TheoryDataRow<string>> Files() => Names().Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task Answers_are_the_recorded_ones(string file)
    {
        var story = server.NewStory();
        var verdicts = new List<Verdict>();
        foreach (var step in ReadFile(file))
        {
            var expected = !ratchet.Lists(server.Database, step);
            var verdict = await story.PlayAsync(step, expected ? Eventually.Patience : TimeSpan.FromSeconds(0.5));
            if (!step.IsCleanup) verdicts.Add(verdict);
        }

        report.Add(server.Database, verdicts);
        ratchet.Record(server.Database, verdicts);
        if (!Ratchet.Writes) Judge(verdicts);
    }

    internal static IReadOnlyList<Step> ReadFile(string name) => Step.Read(Path.Combine(Folder, name + ".jsonl"));

    private void Judge(List<Verdict> verdicts)
    {
        var broken = verdicts.Where(verdict => verdict.Problem is not null && !ratchet.Lists(server.Database, verdict.Step)).ToList();
        var mended = verdicts.Where(verdict => verdict.Problem is null && ratchet.Lists(server.Database, verdict.Step)).ToList();
        if (broken.Count + mended.Count == 0) return;

        var text = new StringBuilder($"On {server.Database}, {verdicts.Count(verdict => verdict.Problem is null)} of {verdicts.Count} steps pass.\n");
        if (broken.Count > 0) text.AppendLine("Not listed in ratchet.txt, and fail:");
        foreach (var (step, problem) in broken) text.AppendLine($"  {step.File}#{step.Line}: {step.Label}\n      {step.Request}\n      {problem}");
        if (mended.Count > 0) text.AppendLine("Listed in ratchet.txt, and pass (take them off, or run with RATCHET=write):");
        foreach (var (step, _) in mended) text.AppendLine($"  {step.File}#{step.Line}: {step.Label}");
        Assert.Fail(text.ToString());
    }
}

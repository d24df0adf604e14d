using System.Text;
using System.Text.RegularExpressions;
using Directus.Grpc.Compatibility.Replay;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Compatibility;

/// <summary>The steps that do not pass yet (ratchet.txt). It may only shrink: a listed step that passes and an unlisted
/// one that fails both break the build. RATCHET=write writes it anew from what was played.</summary>
public sealed partial class Ratchet : IDisposable
{
    private static readonly string FilePath = Path.Combine(BuildPaths.RepositoryRoot, "tests/Compatibility/ratchet.txt");

    private readonly Dictionary<Place, string> listed = Read();
    private readonly Dictionary<Place, string> next;

    public Ratchet() => next = new(listed);

    /// <summary>Whether failures are written down instead of reported.</summary>
    public static bool Writes { get; } = Environment.GetEnvironmentVariable("RATCHET") == "write";

    internal IEnumerable<(string File, int Line)> Listed => listed.Keys.Select(place => (place.File, place.Line)).Distinct();

    internal bool Lists(TestDatabase database, Step step) => listed.ContainsKey(new(step.File, step.Line, database.Name));

    internal void Record(TestDatabase database, IReadOnlyList<Verdict> verdicts)
    {
        lock (next)
        {
            foreach (var place in next.Keys.Where(place => place.File == verdicts[0].Step.File && place.Database == database.Name).ToList())
                next.Remove(place);
            foreach (var verdict in verdicts.Where(verdict => verdict.Problem is not null))
                next[new(verdict.Step.File, verdict.Step.Line, database.Name)] = verdict.Step.Label;
        }
    }

    public void Dispose()
    {
        if (Writes) File.WriteAllText(FilePath, Print(next));
    }

    private static Dictionary<Place, string> Read()
    {
        var places = new Dictionary<Place, string>();
        foreach (var line in File.ReadLines(FilePath).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var entry = Entry().Match(line);
            if (!entry.Success) throw new FormatException($"ratchet.txt: '{line}' is not 'file#line[ sqlite|pg]: label'");
            var databases = entry.Groups["database"] is { Success: true } one ? [one.Value] : TestDatabase.All.Select(each => each.Name);
            foreach (var database in databases)
                places.Add(new(entry.Groups["file"].Value, int.Parse(entry.Groups["line"].Value), database), entry.Groups["label"].Value);
        }

        return places;
    }

    private static string Print(Dictionary<Place, string> places)
    {
        var text = new StringBuilder("# Steps of cases/ that do not pass yet: file#line[ database]: step. Written by RATCHET=write.\n");
        foreach (var step in places.GroupBy(entry => (entry.Key.File, entry.Key.Line))
                     .OrderBy(step => step.Key.File, StringComparer.Ordinal).ThenBy(step => step.Key.Line))
        {
            var label = step.First().Value;
            if (step.Count() == TestDatabase.All.Count) text.Append($"{step.Key.File}#{step.Key.Line}: {label}\n");
            else foreach (var entry in step) text.Append($"{step.Key.File}#{step.Key.Line} {entry.Key.Database}: {label}\n");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^(?<file>\w+)#(?<line>\d+)( (?<database>sqlite|pg))?: (?<label>.*)$")]
    private static partial Regex Entry();

    private sealed record Place(string File, int Line, string Database);
}

using System.Text.Json;
using Directus.Grpc.Compatibility.Replay;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Compatibility;

/// <summary>Writes every verdict into the file that CONFORMANCE_JSON names, to be compared and counted.</summary>
public sealed class VerdictReport : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<object> entries = [];

    internal void Add(TestDatabase database, IEnumerable<Verdict> verdicts)
    {
        lock (entries)
            entries.AddRange(verdicts.Select(verdict => new
            {
                database = database.Name,
                file = verdict.Step.File + ".jsonl",
                step = $"{verdict.Step.Line} {verdict.Step.Label}",
                request = verdict.Step.Request,
                problem = verdict.Problem,
            }));
    }

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("CONFORMANCE_JSON") is { Length: > 0 } path)
            File.WriteAllText(path, JsonSerializer.Serialize(entries, Indented));
    }
}

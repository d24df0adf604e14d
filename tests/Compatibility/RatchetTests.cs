using Xunit;

namespace Directus.Grpc.Compatibility;

public sealed class RatchetTests(Ratchet ratchet)
{
    [Fact]
    public void Every_listed_step_exists()
    {
        var steps = Directory.EnumerateFiles(RecordedCases.Folder, "*.jsonl")
            .SelectMany(path => RecordedCases.ReadFile(Path.GetFileNameWithoutExtension(path)))
            .Where(step => !step.IsCleanup).Select(step => (step.File, step.Line)).ToHashSet();

        Assert.DoesNotContain(ratchet.Listed, place => !steps.Contains(place));
    }
}

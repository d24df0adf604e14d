using Xunit;

namespace Directus.Grpc.Server.Tests.Architecture;

/// <summary>The list of advisories names tests that are there.</summary>
public sealed class AdvisoryTests
{
    [Fact]
    public void Each_guarded_advisory_has_its_test()
    {
        var guarded = Documents.Rows("advisories.md").Where(row => row.Length == 3).ToList();
        Assert.NotEmpty(guarded);
        foreach (var row in guarded)
        {
            var (file, test) = (row[2].Split('`')[1], row[2].Split("`: ")[1]);
            Assert.Contains($" Task {test}(", File.ReadAllText(Path.Combine(Documents.Root(), "tests", file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_advisory_is_both_guarded_and_waiting()
    {
        var rows = Documents.Rows("advisories.md");
        var guarded = rows.Where(row => row.Length == 3).SelectMany(row => row[0].Split(", ")).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(rows.Where(row => row.Length == 2).SelectMany(row => row[1].Split(", ")), guarded.Contains);
    }
}

using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Architecture;

/// <summary>What newcomers read is true.</summary>
public sealed class ContributingTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Documents.Root(), "CONTRIBUTING.md"));

    // Hosting sees all and has no place in the direction.
    private static readonly string[] Areas =
    [
        .. new DirectoryInfo(Path.Combine(Documents.Root(), "src", "Server")).GetDirectories().Select(folder => folder.Name).Except(["bin", "obj"]),
    ];

    [Fact]
    public void The_direction_rule_names_each_area_and_no_other()
    {
        var rule = Text.Split('\n').Single(line => line.StartsWith("    Edges →", StringComparison.Ordinal));

        Assert.Equal(Areas.Except(["Hosting"]).Order(), rule.Split([' ', '→'], StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public void The_tree_shows_each_area() =>
        Assert.All(Areas, area => Assert.Contains($"{area}/ ", Text, StringComparison.Ordinal));

    [Fact]
    public void Decisions_are_numbered_without_a_gap()
    {
        var decisions = new DirectoryInfo(Path.Combine(Documents.Root(), "docs", "decisions")).GetFiles("*.md");

        Assert.Equal(Enumerable.Range(1, decisions.Length).Select(number => $"{number:D4}"), decisions.Select(file => file.Name[..4]).Order());
    }

    [Fact]
    public void Codes_in_the_stages_of_a_read_are_in_the_catalogue()
    {
        var cells = Documents.Rows("architecture.md").Where(row => row.Length == 4).Select(row => row[3]);
        var codes = cells.SelectMany(cell => cell.Split('`').Where((_, index) => index % 2 == 1)).ToList();

        Assert.NotEmpty(codes);
        Assert.Empty(codes.Except(ErrorCodes.All.Keys));
    }
}

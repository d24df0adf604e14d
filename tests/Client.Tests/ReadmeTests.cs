using System.Text.RegularExpressions;

namespace Directus.Grpc.Client.Tests;

public sealed partial class ReadmeTests
{
    [Theory, InlineData("readme"), InlineData("readme-type")]
    public void Readme_shows_the_lines_that_are_tested(string part)
    {
        var source = Read("ReadmeSnippet.cs");
        var lines = Regex.Match(source, $"// <{part}>\n(.*?)\n *// </{part}>", RegexOptions.Singleline).Groups[1].Value;
        var shown = Indent().Replace(lines, "");

        Assert.NotEmpty(shown);
        Assert.Contains(shown, Read("README.md"), StringComparison.Ordinal);
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)).ReplaceLineEndings("\n");

    [GeneratedRegex("^ {8}", RegexOptions.Multiline)]
    private static partial Regex Indent();
}

using Directus.Grpc.Server.Files.Zips;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files;

/// <summary>Names and paths within archives.</summary>
public sealed class ZipNamesTests
{
    [Theory]
    [InlineData("note.txt", "note.txt")]
    [InlineData("Übung 1.txt", "Übung 1.txt")]
    [InlineData("../etc/passwd", "..etcpasswd")]
    [InlineData(@"..\x", "..x")]
    [InlineData("a\u0001<b>:\"|?*.txt. ", "ab.txt")]
    [InlineData("..", "")]
    [InlineData(". .", "")]
    [InlineData("/", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("con", "")]
    [InlineData("LPT1.txt", "")]
    [InlineData("CONtent.txt", "CONtent.txt")]
    public void A_name_leads_nowhere_else_and_is_taken_everywhere(string? given, string name) => Assert.Equal(name, ZipNames.Plain(given));

    [Fact]
    public void A_name_has_at_most_as_many_bytes_as_files_may_have_and_whole_characters()
    {
        Assert.Equal(255, ZipNames.Plain(new string('x', 300)).Length);
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 63)), ZipNames.Plain(string.Concat(Enumerable.Repeat("😀", 64))));
    }

    [Fact]
    public void Each_path_is_there_once()
    {
        var paths = new ZipPaths();

        Assert.Equal(["a", "a (1)", "a (1) (1)", "a (2)", "A"], new[] { "a", "a", "a (1)", "a", "A" }.Select(paths.Take));
    }
}

using Xunit;

namespace Directus.Grpc.Server.Tests.Architecture;

/// <summary>The source as it is to be read.</summary>
public sealed class SourceTests
{
    private const int Columns = 150;

    [Fact]
    public void No_line_of_the_source_is_longer_than_a_window_is_wide()
    {
        var wide = Files("src", "*.cs").Concat(Files("protos", "*.proto"))
            .SelectMany(file =>
                File.ReadLines(file).Select((text, index) => (Where: $"{Path.GetRelativePath(Documents.Root(), file)}:{index + 1}", text.Length)))
            .Where(line => line.Length > Columns).Select(line => $"{line.Where} has {line.Length} columns");

        Assert.Empty(wide);
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Documents.Root(), folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "node_modules"));
}

using System.Reflection;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Kernel;

/// <summary>The catalogue holds what is refused with, and nothing else.</summary>
public sealed class ErrorCodesTests
{
    [Fact]
    public void Every_code_has_a_place_that_uses_it()
    {
        var sources = Directory.GetFiles(Path.Combine(Documents.Root(), "src", "Server"), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "ErrorCodes.cs"
                && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"ErrorCodes.{field.Name}").ToList();

        Assert.Equal(ErrorCodes.All.Count, codes.Count);
        Assert.DoesNotContain(codes, code => !sources.Exists(source => source.Contains(code, StringComparison.Ordinal)));
    }
}

using System.Reflection;

namespace Directus.Grpc.TestKit;

/// <summary>Places that the build noted down, or that ./test names.</summary>
public static class BuildPaths
{
    public static string ServerAssembly { get; } = Environment.GetEnvironmentVariable("TEST_SERVER") ?? Read("ServerAssembly");

    /// <summary>Whether `./test --coverage` runs.</summary>
    public static bool IsInstrumented { get; } = Environment.GetEnvironmentVariable("TEST_COVERAGE") is not null;

    public static string RepositoryRoot { get; } = Read("RepositoryRoot");

    private static string Read(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}

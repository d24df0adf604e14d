using System.Reflection;

namespace Directus.Grpc.TestKit;

/// <summary>Places that the build noted down.</summary>
public static class BuildPaths
{
    public static string ServerAssembly { get; } = Read("ServerAssembly");

    public static string RepositoryRoot { get; } = Read("RepositoryRoot");

    private static string Read(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}

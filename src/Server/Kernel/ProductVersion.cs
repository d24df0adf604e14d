using System.Reflection;

namespace Directus.Grpc.Server.Kernel;

/// <summary>The version of this server, without the commit that the build adds.</summary>
internal static class ProductVersion
{
    /// <summary>The release of Directus whose answers and models this server takes for its own.</summary>
    public const string Directus = "11.17.4";

    public static string Text { get; } = (typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}

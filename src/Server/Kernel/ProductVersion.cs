using System.Reflection;

namespace Directus.Grpc.Server.Kernel;

/// <summary>The version of this server, without the commit that the build adds.</summary>
internal static class ProductVersion
{
    public static string Text { get; } = (typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}

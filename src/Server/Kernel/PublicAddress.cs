namespace Directus.Grpc.Server.Kernel;

/// <summary>The address by which people reach this server. Links are made of it and of nothing that a request says.</summary>
/// <param name="root">PUBLIC_URL.</param>
public sealed class PublicAddress(string root)
{
    private readonly string _root = root.TrimEnd('/');

    /// <summary>The whole address of a path that begins with a slash.</summary>
    public string Of(string path) => _root + path;
}

namespace Directus.Grpc.Client;

/// <summary>What a download is.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Type">Media type of the content.</param>
/// <param name="Size">Size of the whole content in bytes.</param>
/// <param name="Tag">Tag of an asset's content, which changes with it; empty for a file as it is stored.</param>
public sealed record Download(string Name, string Type, long Size, string Tag)
{
    internal static Download Nothing { get; } = new("", "", 0, "");
}

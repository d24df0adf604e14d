namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>A format that pictures are written in.</summary>
/// <param name="Name">As requests name it.</param>
/// <param name="Type">Its media type.</param>
internal sealed record PictureFormat(string Name, string Type)
{
    public static PictureFormat Jpg { get; } = new("jpg", "image/jpeg");

    public static PictureFormat Png { get; } = new("png", "image/png");

    public static PictureFormat Webp { get; } = new("webp", "image/webp");

    public static PictureFormat Tiff { get; } = new("tiff", "image/tiff");

    public static PictureFormat Avif { get; } = new("avif", "image/avif");

    public static PictureFormat Gif { get; } = new("gif", "image/gif");

    public static IReadOnlyList<PictureFormat> All { get; } = [Jpg, Png, Webp, Tiff, Avif, Gif];

    public static PictureFormat? Named(string name) =>
        name is "jpeg" or "jpe" ? Jpg : name == "tif" ? Tiff : All.FirstOrDefault(format => format.Name == name);

    public static PictureFormat? Of(string? type) => All.FirstOrDefault(format => format.Type.Equals(type, StringComparison.OrdinalIgnoreCase));
}

using NetVips;

namespace Directus.Grpc.Server.Files.Pictures.Operations;

/// <summary>The bands of a picture: its colours, and the alpha that says how much of them is seen.</summary>
internal static class Bands
{
    public static Image Colours(Image image) => image.HasAlpha() ? image.ExtractBand(0, n: image.Bands - 1) : image;

    /// <summary>Changes the colours; what is transparent stays so.</summary>
    public static Image OnColours(Image image, Func<Image, Image> change) =>
        image.HasAlpha() ? change(Colours(image)).Bandjoin(image.ExtractBand(image.Bands - 1)) : change(image);

    /// <summary>Changes pixels by what is around them, of which only what is seen counts: transparent ones must not bleed their
    /// colour into others.</summary>
    public static Image AsSeen(Image image, Func<Image, Image> change)
    {
        if (!image.HasAlpha()) return change(image);
        var format = image.Format;
        return change(image.Premultiply().Cast(format)).Unpremultiply().Cast(format);
    }
}

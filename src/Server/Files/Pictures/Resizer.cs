using Directus.Grpc.Server.Files.Pictures.Operations;
using NetVips;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>Gives a picture another size.</summary>
internal static class Resizer
{
    public static Image Run(Image image, Resizing to)
    {
        if (to is { Width: null, Height: null }) return image;
        if (to.Fit == Fit.Fill && to is { Width: { } fillWidth, Height: { } fillHeight })
            return Scale(image, (double)fillWidth / image.Width, (double)fillHeight / image.Height, to);
        var scale = Factor(image, to);
        if (to.WithoutEnlargement) scale = Math.Min(scale, 1);
        var scaled = Scale(image, scale, scale, to);
        if (to is not { Width: { } width, Height: { } height }) return scaled;
        return to.Fit switch
        {
            Fit.Cover => Cut(scaled, Math.Min(width, scaled.Width), Math.Min(height, scaled.Height), to.Focus, scale),
            Fit.Contain => Pad(scaled, to.WithoutEnlargement ? Math.Min(image.Width, width) : width,
                to.WithoutEnlargement ? Math.Min(image.Height, height) : height, to.Background),
            _ => scaled,
        };
    }

    private static double Factor(Image image, Resizing to)
    {
        double? byWidth = to.Width is { } width ? (double)width / image.Width : null;
        double? byHeight = to.Height is { } height ? (double)height / image.Height : null;
        if (byWidth is not { } one || byHeight is not { } other) return (byWidth ?? byHeight)!.Value;
        return to.Fit is Fit.Cover or Fit.Outside ? Math.Max(one, other) : Math.Min(one, other);
    }

    private static Image Scale(Image image, double across, double down, Resizing to)
    {
        if (to.WithoutEnlargement) (across, down) = (Math.Min(across, 1), Math.Min(down, 1));
        // At least one pixel each way.
        (across, down) = (Math.Max(across, 1.0 / image.Width), Math.Max(down, 1.0 / image.Height));
        if (across == 1 && down == 1) return image;
        return Bands.AsSeen(image, seen => seen.Resize(across, vscale: down));
    }

    private static Image Cut(Image image, int width, int height, (int X, int Y)? focus, double scale)
    {
        if (focus is not { } point) return image.Crop((image.Width - width + 1) / 2, (image.Height - height + 1) / 2, width, height);
        var (x, y) = (point.X * scale, point.Y * scale);
        var left = Math.Clamp((int)Math.Round(x - (width / 2.0)), 0, image.Width - width);
        var top = Math.Clamp((int)Math.Round(y - (height / 2.0)), 0, image.Height - height);
        return image.Crop(left, top, width, height);
    }

    private static Image Pad(Image picture, int width, int height, Colour background)
    {
        if (picture.Width >= width && picture.Height >= height) return picture;
        var image = GeometryOperations.Seen(picture, background);
        return image.Embed((width - image.Width) / 2, (height - image.Height) / 2, width, height, extend: Enums.Extend.Background,
            background: GeometryOperations.Background(image, background));
    }
}

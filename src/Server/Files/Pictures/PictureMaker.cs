using Directus.Grpc.Server.Kernel;
using NetVips;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>Makes pictures of pictures. The head of a picture is looked at before its pixels, so that one that would be too
/// large in memory is refused first.</summary>
internal static class PictureMaker
{
    public static byte[] Make(Stream content, PictureOrder order, int mostPixels, TimeSpan patience, TimeProvider clock)
    {
        using var source = VipsLibrary.Open(content) ?? throw Illegal();
        if (source.Width > mostPixels || source.Height > mostPixels) throw Illegal();
        var image = source;
        var late = false;
        try
        {
            image = Screen(source.Autorot());
            image = Resizer.Run(image, order.Size);
            foreach (var step in order.Steps)
            {
                image = step(image);
                if (image.Width > mostPixels || image.Height > mostPixels) throw Illegal();
            }

            var made = image;
            using var timer = clock.CreateTimer(_ => made.SetKill(late = true), null, patience, Timeout.InfiniteTimeSpan);
            return Write(image, order);
        }
        catch (VipsException error)
        {
            if (late) throw Busy();
            throw Illegal(error);
        }
        finally
        {
            if (image != source) image.Dispose();
        }
    }

    public static DirectusException Busy() => new([new DirectusError(ErrorCodes.ServiceUnavailable,
        "Service \"files\" is unavailable. Server too busy.", new Dictionary<string, object?> { ["service"] = "files", ["reason"] = "Server too busy" })]);

    private static DirectusException Illegal(Exception? cause = null) =>
        new([new DirectusError(ErrorCodes.IllegalAssetTransformation, "The picture is too large to be transformed, or it can't be read")], cause);

    // The colours of a screen, whatever profile or press the picture was made for.
    private static Image Screen(Image image)
    {
        if (image.Contains("icc-profile-data") && image.Interpretation is not (Enums.Interpretation.Bw or Enums.Interpretation.Grey16))
        {
            try
            {
                return image.IccTransform("srgb", embedded: true);
            }
            catch (VipsException)
            {
                // A profile that is none.
            }
        }

        return image.Interpretation is Enums.Interpretation.Cmyk or Enums.Interpretation.Rgb16 or Enums.Interpretation.Lab
            ? image.Colourspace(Enums.Interpretation.Srgb)
            : image;
    }

    private static byte[] Write(Image image, PictureOrder order) => order.Format.Name switch
    {
        "jpg" => image.JpegsaveBuffer(q: order.Quality ?? 80, keep: Enums.ForeignKeep.None),
        "webp" => image.WebpsaveBuffer(q: order.Quality ?? 80, keep: Enums.ForeignKeep.None),
        "avif" => image.HeifsaveBuffer(q: order.Quality ?? 50, compression: Enums.ForeignHeifCompression.Av1, effort: 4, keep: Enums.ForeignKeep.None),
        "tiff" => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, keep: Enums.ForeignKeep.None),
        "gif" => image.GifsaveBuffer(keep: Enums.ForeignKeep.None),
        // A quality makes sense for a palette only.
        _ => order.Quality is { } quality ? image.PngsaveBuffer(palette: true, q: quality, keep: Enums.ForeignKeep.None) : image.PngsaveBuffer(keep: Enums.ForeignKeep.None),
    };
}

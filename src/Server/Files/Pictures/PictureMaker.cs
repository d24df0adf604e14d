using Directus.Grpc.Server.Kernel;
using NetVips;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>Makes pictures of pictures. The head of a picture is looked at before its pixels, so that one that would be too
/// large in memory is refused first.</summary>
internal static class PictureMaker
{
    public static byte[] Make(Stream content, PictureOrder order, int mostPixels, TimeSpan patience, TimeProvider clock)
    {
        using var source = VipsLibrary.Open(content, Enums.Access.Sequential) ?? throw Illegal();
        if (source.Width > mostPixels || source.Height > mostPixels) throw Illegal();
        // The collector sees small objects where libvips holds pixels.
        var weight = (long)source.Width * source.Height * source.Bands;
        GC.AddMemoryPressure(weight);
        var limit = new TimeLimit(patience, clock);
        try
        {
            using var small = Sized(source, order.Size, limit);
            var image = small;
            foreach (var step in order.Steps)
            {
                image = step(image);
                if (image.Width > mostPixels || image.Height > mostPixels) throw Illegal();
            }

            return limit.Run(Coloured(image, order.Grey), made => Write(made, order));
        }
        catch (VipsException error)
        {
            throw limit.IsPassed ? Busy() : Illegal(error);
        }
        finally
        {
            GC.RemoveMemoryPressure(weight);
        }
    }

    // The source is read once, from top to bottom, and never whole in memory unless it has to be turned; what comes after is
    // done with the pixels of the new size.
    private static Image Sized(Image source, Resizing size, TimeLimit limit)
    {
        using var upright = IsUpright(source) ? source.Copy() : limit.Run(source, picture => picture.CopyMemory()).Autorot();
        using var shown = Screen(upright);
        using var sized = Resizer.Run(shown, size).Copy();
        return limit.Run(sized, picture => picture.CopyMemory());
    }

    private static bool IsUpright(Image image) => !image.Contains("orientation") || image.Get("orientation") is 1 or 0;

    public static DirectusException Busy() => new([new DirectusError(ErrorCodes.ServiceUnavailable,
        "Service \"files\" is unavailable. Server too busy.",
        new Dictionary<string, object?> { ["service"] = "files", ["reason"] = "Server too busy" })]);

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
            : image.Copy();
    }

    // Grey pictures too are written with three colours, unless one is asked for.
    private static Image Coloured(Image image, bool grey)
    {
        var colours = grey ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb;
        return image.Interpretation == colours ? image : image.Colourspace(colours);
    }

    private static byte[] Write(Image image, PictureOrder order) => order.Format.Name switch
    {
        "jpg" => image.JpegsaveBuffer(q: order.Quality ?? 80, optimizeCoding: true, keep: Enums.ForeignKeep.None),
        "webp" => image.WebpsaveBuffer(q: order.Quality ?? 80, keep: Enums.ForeignKeep.None),
        "avif" => image.HeifsaveBuffer(q: order.Quality ?? 50, compression: Enums.ForeignHeifCompression.Av1, effort: 4,
            subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None),
        "tiff" => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, keep: Enums.ForeignKeep.None),
        "gif" => image.GifsaveBuffer(keep: Enums.ForeignKeep.None),
        // A quality makes sense for a palette only.
        _ => order.Quality is { } quality
            ? image.PngsaveBuffer(palette: true, q: quality, keep: Enums.ForeignKeep.None)
            : image.PngsaveBuffer(keep: Enums.ForeignKeep.None),
    };

    /// <summary>Ends work on pixels that takes too long.</summary>
    private sealed class TimeLimit(TimeSpan patience, TimeProvider clock)
    {
        public bool IsPassed { get; private set; }

        public T Run<T>(Image image, Func<Image, T> work)
        {
            using var timer = clock.CreateTimer(_ =>
            {
                IsPassed = true;
                image.SetKill(true);
            }, null, patience, Timeout.InfiniteTimeSpan);
            return work(image);
        }
    }
}

using NetVips;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>libvips, set up for contents that strangers sent.</summary>
internal static class VipsLibrary
{
    // Loaders of the formats that are taken for pictures; what calls itself a PNG and is something else is no picture.
    private static readonly string[] Loaders = ["jpegload", "pngload", "webpload", "gifload", "tiffload", "heifload"];

    static VipsLibrary()
    {
        if (!ModuleInitializer.VipsInitialized) return;
        NetVips.NetVips.BlockUntrusted = true;
        // Each request has its own picture, so results are not worth keeping, and requests run beside each other anyway.
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
    }

    /// <summary>Why it is not there; null when it is.</summary>
    public static Exception? Problem => ModuleInitializer.VipsInitialized ? null : ModuleInitializer.Exception ?? new DllNotFoundException("libvips");

    /// <summary>Opens a picture by its head; null when it is none. Its pixels are read as long as the stream is open.</summary>
    public static Image? Open(Stream content, Enums.Access access)
    {
        if (Problem is not null) return null;
        try
        {
            var image = Image.NewFromStream(content, access: access, failOn: Enums.FailOn.Error);
            if (Loaders.Any(loader => ((string)image.Get("vips-loader")).StartsWith(loader, StringComparison.Ordinal))) return image;
            image.Dispose();
            return null;
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>Whether the picture lies on its side, so that width and height change places when it is shown.</summary>
    public static bool IsTurned(Image image) =>
        image.Contains("orientation") && Convert.ToInt32(image.Get("orientation"), System.Globalization.CultureInfo.InvariantCulture) >= 5;
}

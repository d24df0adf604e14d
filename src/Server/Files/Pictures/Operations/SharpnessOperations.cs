using NetVips;

namespace Directus.Grpc.Server.Files.Pictures.Operations;

/// <summary>Operations that look at the neighbours of pixels.</summary>
internal static class SharpnessOperations
{
    private const int LargestKernel = 31;
    private const double MostSharp = 1_000_000;

    public static Func<Image, Image> Blur(StepArguments arguments)
    {
        if (!arguments.Any)
            return image => Bands.AsSeen(image, seen => seen.Conv(Image.NewFromArray(new[,] { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 } }, 9)));
        var sigma = arguments.Number("sigma", 0, 1, 0.3, 1000);
        return image => Bands.AsSeen(image, seen => seen.Gaussblur(sigma));
    }

    public static Func<Image, Image> Sharpen(StepArguments arguments)
    {
        if (!arguments.Any)
            return image => Bands.AsSeen(image, seen => seen.Conv(Image.NewFromArray(new[,] { { -1, -1, -1 }, { -1, 32, -1 }, { -1, -1, -1 } }, 24)));
        var sigma = arguments.Number("sigma", 0, 0.5, 0.000001, 10);
        var (flat, jagged, threshold) = (arguments.Number("m1", 1, 1, 0, MostSharp), arguments.Number("m2", 2, 2, 0, MostSharp),
            arguments.Number("x1", -1, 2, 0, MostSharp));
        var (brightest, darkest) = (arguments.Number("y2", -1, 10, 0, MostSharp), arguments.Number("y3", -1, 20, 0, MostSharp));
        return image => Bands.AsSeen(image, seen => seen.Sharpen(sigma: sigma, x1: threshold, y2: brightest, y3: darkest, m1: flat, m2: jagged));
    }

    // The cost grows with the size of the kernel.
    public static Func<Image, Image> Convolve(StepArguments arguments)
    {
        var width = arguments.Whole("width", -1, 3, LargestKernel) ?? throw arguments.Refused("width");
        var height = arguments.Whole("height", -1, 3, LargestKernel) ?? throw arguments.Refused("height");
        var kernel = arguments.Numbers("kernel", -1, 1_000_000);
        if (kernel.Length != width * height) throw arguments.Refused("kernel");
        var scale = arguments.Number("scale", -1, Math.Max(1, kernel.Sum()), 1, 1_000_000_000);
        var offset = arguments.Number("offset", -1, 0, -1_000_000, 1_000_000);
        var rows = Enumerable.Range(0, height).Select(row => kernel[(row * width)..((row + 1) * width)]).ToArray();
        return image =>
        {
            using var matrix = Image.NewFromArray(rows, scale, offset);
            return Bands.AsSeen(image, seen => seen.Conv(matrix)).Cast(Enums.BandFormat.Uchar);
        };
    }

    /// <summary>More contrast, by what is around each pixel.</summary>
    public static Func<Image, Image> Clahe(StepArguments arguments)
    {
        var width = arguments.Whole("width", -1, 1, GeometryOperations.LargestSide) ?? throw arguments.Refused("width");
        var height = arguments.Whole("height", -1, 1, GeometryOperations.LargestSide) ?? throw arguments.Refused("height");
        var slope = arguments.Whole("maxSlope", -1, 0, 100) ?? 3;
        return image => width <= image.Width && height <= image.Height
            ? image.HistLocal(width, height, maxSlope: slope)
            : throw arguments.Refused("width");
    }

    // The cost grows with the square of the size.
    public static Func<Image, Image> Median(StepArguments arguments)
    {
        var size = arguments.Whole("size", 0, 1, 50) ?? 3;
        return image => image.Median(size);
    }
}

using NetVips;

namespace Directus.Grpc.Server.Files.Pictures.Operations;

/// <summary>Operations that look at the neighbours of pixels.</summary>
internal static class SharpnessOperations
{
    public static Func<Image, Image> Blur(StepArguments arguments)
    {
        if (!arguments.Any) return image => image.Conv(Image.NewFromArray(new[,] { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 } }, 9));
        var sigma = arguments.Number("sigma", 0, 1, 0.3, 1000);
        return image => image.Gaussblur(sigma);
    }

    public static Func<Image, Image> Sharpen(StepArguments arguments)
    {
        var sigma = arguments.Number("sigma", 0, 0.5, 0.000001, 10);
        return image => image.Sharpen(sigma: sigma);
    }

    // The cost grows with the square of the size.
    public static Func<Image, Image> Median(StepArguments arguments)
    {
        var size = arguments.Whole("size", 0, 1, 50) ?? 3;
        return image => image.Median(size);
    }
}

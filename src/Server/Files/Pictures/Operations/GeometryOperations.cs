using NetVips;

namespace Directus.Grpc.Server.Files.Pictures.Operations;

/// <summary>Operations that move pixels.</summary>
internal static class GeometryOperations
{
    public const int LargestSide = 20_000;

    public static Func<Image, Image> Resize(StepArguments arguments)
    {
        var fit = Enum.TryParse<Fit>(arguments.Word("fit", -1) ?? "cover", ignoreCase: true, out var named) && Enum.IsDefined(named)
            ? named : throw arguments.Refused("fit");
        var to = new Resizing(arguments.Whole("width", 0, 1, LargestSide), arguments.Whole("height", 1, 1, LargestSide), fit)
        {
            WithoutEnlargement = arguments.Flag("withoutEnlargement", -1, false),
            Background = arguments.Colour("background", Colour.Black),
        };
        return image => Resizer.Run(image, to);
    }

    public static Func<Image, Image> Extract(StepArguments arguments)
    {
        var (left, top) = (arguments.Whole("left", -1, 0, LargestSide) ?? 0, arguments.Whole("top", -1, 0, LargestSide) ?? 0);
        var width = arguments.Whole("width", -1, 1, LargestSide) ?? throw arguments.Refused("width");
        var height = arguments.Whole("height", -1, 1, LargestSide) ?? throw arguments.Refused("height");
        return image => left + width <= image.Width && top + height <= image.Height
            ? image.Crop(left, top, width, height)
            : throw arguments.Refused("width");
    }

    public static Func<Image, Image> Extend(StepArguments arguments)
    {
        int Side(string name) => arguments.Whole(name, 0, 0, LargestSide) ?? 0;
        var (top, bottom, left, right) = (Side("top"), Side("bottom"), Side("left"), Side("right"));
        var colour = arguments.Colour("background", Colour.Black);
        return picture =>
        {
            var image = Seen(picture, colour);
            return image.Embed(left, top, image.Width + left + right, image.Height + top + bottom, extend: Enums.Extend.Background,
                background: Background(image, colour));
        };
    }

    public static Func<Image, Image> Rotate(StepArguments arguments)
    {
        var angle = arguments.Number("angle", 0, 0, -3600, 3600);
        var colour = arguments.Colour("background", Colour.Black);
        return image => (((angle % 360) + 360) % 360) switch
        {
            0 => image,
            90 => image.Rot90(),
            180 => image.Rot180(),
            270 => image.Rot270(),
            _ => Turn(Seen(image, colour), angle, colour),
        };
    }

    public static Func<Image, Image> Flip(StepArguments arguments) => arguments.Flag("flip", 0, true) ? image => image.FlipVer() : image => image;

    public static Func<Image, Image> Flop(StepArguments arguments) => arguments.Flag("flop", 0, true) ? image => image.FlipHor() : image => image;

    public static Func<Image, Image> Trim(StepArguments arguments)
    {
        var threshold = arguments.Number("threshold", 0, 10, 0, 255);
        return image =>
        {
            var box = image.FindTrim(threshold: threshold,
                background: image.Getpoint(0, 0).Take(image.HasAlpha() ? image.Bands - 1 : image.Bands).ToArray());
            var (left, top, width, height) = ((int)box[0], (int)box[1], (int)box[2], (int)box[3]);
            return width == 0 || height == 0 ? image : image.Crop(left, top, width, height);
        };
    }

    private static Image Turn(Image image, double angle, Colour colour) => image.Rotate(angle, background: Background(image, colour));

    // What is seen through needs an alpha.
    public static Image Seen(Image image, Colour colour) => colour.Alpha < 255 && !image.HasAlpha() ? image.Bandjoin(255.0) : image;

    // A colour for each band, and the alpha where there is one.
    public static double[] Background(Image image, Colour colour)
    {
        var colours = image.HasAlpha() ? image.Bands - 1 : image.Bands;
        var bands = colours == 3 ? colour.Rgb : Enumerable.Repeat(Grey(colour), colours);
        return [.. image.HasAlpha() ? bands.Append(colour.Alpha) : bands];
    }

    // How bright the colour is.
    private static double Grey(Colour colour) => (0.2126 * colour.Red) + (0.7152 * colour.Green) + (0.0722 * colour.Blue);
}

using NetVips;

namespace Directus.Grpc.Server.Files.Pictures.Operations;

/// <summary>Operations that change the colours of pixels. What is transparent stays so.</summary>
internal static class ColourOperations
{
    public static Func<Image, Image> Greyscale(StepArguments arguments) =>
        arguments.Flag("greyscale", 0, true) ? image => image.Colourspace(Enums.Interpretation.Bw) : image => image;

    public static Func<Image, Image> Negate(StepArguments arguments)
    {
        if (!arguments.Flag("negate", 0, true)) return image => image;
        return arguments.Flag("alpha", -1, true) ? image => image.Invert() : image => OnColours(image, colours => colours.Invert());
    }

    public static Func<Image, Image> Gamma(StepArguments arguments)
    {
        var gamma = arguments.Number("gamma", 0, 2.2, 1, 3);
        return image => OnColours(image, colours => colours.Gamma(exponent: gamma));
    }

    public static Func<Image, Image> Normalise(StepArguments arguments)
    {
        if (arguments.Any && !arguments.Flag("normalise", 0, true)) return image => image;
        return image => OnColours(image, colours =>
        {
            var (least, most) = (colours.Min(), colours.Max());
            return most <= least ? colours : ((colours - least) * (255 / (most - least))).Cast(Enums.BandFormat.Uchar);
        });
    }

    public static Func<Image, Image> Threshold(StepArguments arguments)
    {
        var threshold = arguments.Number("threshold", 0, 128, 0, 255);
        var grey = arguments.Flag("greyscale", -1, true) && arguments.Flag("grayscale", -1, true);
        return image => (grey ? Colours(image).Colourspace(Enums.Interpretation.Bw) : Colours(image)) >= threshold;
    }

    public static Func<Image, Image> Linear(StepArguments arguments)
    {
        var (factor, offset) = (arguments.Number("a", 0, 1, -1000, 1000), arguments.Number("b", 1, 0, -10_000, 10_000));
        return image => OnColours(image, colours => colours.Linear([factor], [offset], uchar: true));
    }

    public static Func<Image, Image> Modulate(StepArguments arguments)
    {
        var (brightness, saturation) = (arguments.Number("brightness", -1, 1, 0, 100), arguments.Number("saturation", -1, 1, 0, 100));
        var (hue, lightness) = (arguments.Number("hue", -1, 0, -3600, 3600), arguments.Number("lightness", -1, 0, -100, 100));
        return image => OnColours(image, colours => colours.Colourspace(Enums.Interpretation.Lch)
            .Linear([brightness, saturation, 1], [lightness, 0, hue]).Colourspace(Enums.Interpretation.Srgb));
    }

    public static Func<Image, Image> Tint(StepArguments arguments)
    {
        var colour = arguments.Colour("tint", [0, 0, 0]);
        return image => OnColours(image, colours =>
        {
            using var pixel = (Image.Black(1, 1, bands: 3) + colour).Copy(interpretation: Enums.Interpretation.Srgb).Colourspace(Enums.Interpretation.Lab);
            var point = pixel.Getpoint(0, 0);
            var light = colours.Colourspace(Enums.Interpretation.Lab).ExtractBand(0);
            return light.Bandjoin([point[1], point[2]]).Copy(interpretation: Enums.Interpretation.Lab).Colourspace(Enums.Interpretation.Srgb);
        });
    }

    public static Func<Image, Image> Flatten(StepArguments arguments)
    {
        var colour = arguments.Colour("background", [0, 0, 0]);
        return image => image.HasAlpha() ? image.Flatten(background: image.Bands > 3 ? colour : [colour[0]]) : image;
    }

    public static Func<Image, Image> RemoveAlpha(StepArguments arguments) => Colours;

    public static Func<Image, Image> EnsureAlpha(StepArguments arguments)
    {
        var alpha = arguments.Number("alpha", 0, 1, 0, 1) * 255;
        return image => image.HasAlpha() ? image : image.Bandjoin(alpha);
    }

    public static Func<Image, Image> ExtractChannel(StepArguments arguments)
    {
        var band = arguments.Channel("channel", 0);
        return image => image.ExtractBand(Math.Min(band, image.Bands - 1));
    }

    private static Image Colours(Image image) => image.HasAlpha() ? image.ExtractBand(0, n: image.Bands - 1) : image;

    private static Image OnColours(Image image, Func<Image, Image> change) =>
        image.HasAlpha() ? change(Colours(image)).Bandjoin(image.ExtractBand(image.Bands - 1)) : change(image);
}

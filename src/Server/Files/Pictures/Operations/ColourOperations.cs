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
        return arguments.Flag("alpha", -1, true) ? image => image.Invert() : image => Bands.OnColours(image, colours => colours.Invert());
    }

    public static Func<Image, Image> Gamma(StepArguments arguments)
    {
        var gamma = arguments.Number("gamma", 0, 2.2, 1, 3);
        var after = arguments.Number("gammaOut", 1, gamma, 1, 3);
        return image => Bands.OnColours(image, colours => colours.Gamma(exponent: 1 / gamma).Gamma(exponent: after));
    }

    public static Func<Image, Image> Normalise(StepArguments arguments)
    {
        var (lower, upper) = (arguments.Number("lower", -1, 1, 0, 99), arguments.Number("upper", -1, 99, 1, 100));
        if (lower >= upper) throw arguments.Refused("lower");
        return image => Bands.OnColours(image, colours => Stretch(colours, lower, upper));
    }

    // From the light of the darkest pixels to that of the brightest, the few beyond cut off.
    private static Image Stretch(Image image, double lower, double upper)
    {
        var lab = image.Colourspace(Enums.Interpretation.Lab);
        var light = lab.ExtractBand(0);
        var least = lower == 0 ? (int)light.Min() : light.Percent(lower);
        var most = upper == 100 ? (int)light.Max() : light.Percent(upper);
        if (Math.Abs(most - least) <= 1) return image;
        var factor = 100.0 / (most - least);
        return light.Linear([factor], [-least * factor]).Bandjoin(lab.ExtractBand(1, n: 2))
            .Copy(interpretation: Enums.Interpretation.Lab).Colourspace(image.Interpretation);
    }

    public static Func<Image, Image> Threshold(StepArguments arguments)
    {
        var threshold = arguments.Number("threshold", 0, 128, 0, 255);
        var grey = arguments.Flag("greyscale", -1, true) && arguments.Flag("grayscale", -1, true);
        return image => (grey ? image.Colourspace(Enums.Interpretation.Bw) : image) >= threshold;
    }

    public static Func<Image, Image> Linear(StepArguments arguments)
    {
        var (factors, offsets) = (arguments.NumberOrMore("a", 0, 1, 1_000), arguments.NumberOrMore("b", 1, 0, 10_000));
        return image => Bands.OnColours(image, colours => Fits(factors, colours) && Fits(offsets, colours)
            ? colours.Linear(factors, offsets, uchar: true)
            : throw arguments.Refused("a"));
    }

    private static bool Fits(double[] numbers, Image colours) => numbers.Length == 1 || numbers.Length == colours.Bands;

    public static Func<Image, Image> Modulate(StepArguments arguments)
    {
        var (brightness, saturation) = (arguments.Number("brightness", -1, 1, 0, 100), arguments.Number("saturation", -1, 1, 0, 100));
        var (hue, lightness) = (arguments.Number("hue", -1, 0, -3600, 3600), arguments.Number("lightness", -1, 0, -100, 100));
        return image => Bands.OnColours(image,
            colours => colours.Colourspace(Enums.Interpretation.Lch)
            .Linear([brightness, saturation, 1], [lightness, 0, hue]).Colourspace(Enums.Interpretation.Srgb));
    }

    public static Func<Image, Image> Tint(StepArguments arguments)
    {
        var colour = arguments.Colour("tint", Colour.Black).Rgb;
        return image => Bands.OnColours(image,
            colours => colours.Colourspace(Enums.Interpretation.Bw).Maplut(Shades(colour)).Colourspace(colours.Interpretation));
    }

    // The colour of each grey: that of the tint where it is neither dark nor bright.
    private static Image Shades(double[] tint)
    {
        using var pixel = (Image.Black(1, 1, bands: 3) + tint).Copy(interpretation: Enums.Interpretation.Srgb).Colourspace(Enums.Interpretation.Lab);
        var point = pixel.Getpoint(0, 0);
        var light = Image.Identity(bands: 3).Copy(interpretation: Enums.Interpretation.Srgb).Colourspace(Enums.Interpretation.Lab).ExtractBand(0);
        var distance = (light / 100) - 0.5;
        var weight = (distance * distance * -4) + 1;
        return light.Bandjoin(weight * point[1], weight * point[2])
            .Copy(interpretation: Enums.Interpretation.Lab).Colourspace(Enums.Interpretation.Srgb);
    }

    public static Func<Image, Image> Flatten(StepArguments arguments)
    {
        var colour = arguments.Colour("background", Colour.Black).Rgb;
        return image => image.HasAlpha() ? image.Flatten(background: image.Bands > 3 ? colour : [colour[0]]) : image;
    }

    public static Func<Image, Image> RemoveAlpha(StepArguments arguments) => Bands.Colours;

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

    /// <summary>Each colour as a mixture of all of them.</summary>
    public static Func<Image, Image> Recomb(StepArguments arguments)
    {
        var parts = arguments.Numbers("inputMatrix", 0, 1_000);
        var side = parts.Length switch { 9 => 3, 16 => 4, _ => throw arguments.Refused("inputMatrix") };
        var matrix = Enumerable.Range(0, side).Select(row => parts[(row * side)..((row + 1) * side)]).ToArray();
        return picture =>
        {
            var image = picture.Colourspace(Enums.Interpretation.Srgb);
            if (side == 3) return Bands.OnColours(image, colours => Mix(colours, matrix));
            return image.Bands == side ? Mix(image, matrix) : throw arguments.Refused("inputMatrix");
        };
    }

    private static Image Mix(Image image, double[][] matrix)
    {
        using var mixture = Image.NewFromArray(matrix);
        return image.Recomb(mixture).Cast(Enums.BandFormat.Uchar);
    }

    /// <summary>All bands as one, by a bitwise operation.</summary>
    public static Func<Image, Image> Bandbool(StepArguments arguments)
    {
        var operation = arguments.Word("boolOp", 0) switch
        {
            "and" => Enums.OperationBoolean.And,
            "or" => Enums.OperationBoolean.Or,
            "eor" => Enums.OperationBoolean.Eor,
            _ => throw arguments.Refused("boolOp"),
        };
        return image => image.Bandbool(operation).Copy(interpretation: Enums.Interpretation.Bw);
    }
}

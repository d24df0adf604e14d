using System.Text.Json;
using Directus.Grpc.Server.Files.Pictures;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>Steps that say how the picture is written, and change none of its pixels: `["webp", {"quality": 50}]`,
/// `["toFormat", "jpg"]`, `["toColourspace", "b-w"]`. Other settings of a format are not taken.</summary>
internal static class FormatSteps
{
    public static bool Contains(string name) =>
        name is "toFormat" or "toColourspace" or "toColorspace" or "jpeg" or "png" or "webp" or "tiff" or "avif";

    public static Transformation Add(PictureStep step, Transformation to)
    {
        var arguments = new StepArguments(step.Name, step.Arguments);
        if (step.Name is "toColourspace" or "toColorspace") return to with { Grey = IsGrey(arguments) };
        var format = step.Name == "toFormat" ? arguments.Word("id", 0) ?? throw arguments.Refused("format") : step.Name;
        if (PictureFormat.Named(format) is null) throw arguments.Refused("format");
        return to with { Format = format, Quality = arguments.Whole("quality", -1, 1, 100) ?? to.Quality };
    }

    private static bool IsGrey(StepArguments arguments) => arguments.Word("colourspace", 0) switch
    {
        "b-w" => true,
        "srgb" or "rgb" => false,
        _ => throw arguments.Refused("colourspace"),
    };
}

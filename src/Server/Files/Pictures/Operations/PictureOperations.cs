using System.Collections.Frozen;
using NetVips;

namespace Directus.Grpc.Server.Files.Pictures.Operations;

/// <summary>The operations that requests may ask for, by name.</summary>
internal static class PictureOperations
{
    private static readonly FrozenDictionary<string, PictureOperation> ByName = new Dictionary<string, PictureOperation>
    {
        ["resize"] = GeometryOperations.Resize,
        ["extract"] = GeometryOperations.Extract,
        ["extend"] = GeometryOperations.Extend,
        ["rotate"] = GeometryOperations.Rotate,
        ["flip"] = GeometryOperations.Flip,
        ["flop"] = GeometryOperations.Flop,
        ["trim"] = GeometryOperations.Trim,
        ["greyscale"] = ColourOperations.Greyscale,
        ["grayscale"] = ColourOperations.Greyscale,
        ["negate"] = ColourOperations.Negate,
        ["gamma"] = ColourOperations.Gamma,
        ["normalise"] = ColourOperations.Normalise,
        ["normalize"] = ColourOperations.Normalise,
        ["threshold"] = ColourOperations.Threshold,
        ["linear"] = ColourOperations.Linear,
        ["modulate"] = ColourOperations.Modulate,
        ["recomb"] = ColourOperations.Recomb,
        ["bandbool"] = ColourOperations.Bandbool,
        ["tint"] = ColourOperations.Tint,
        ["flatten"] = ColourOperations.Flatten,
        ["removeAlpha"] = ColourOperations.RemoveAlpha,
        ["ensureAlpha"] = ColourOperations.EnsureAlpha,
        ["extractChannel"] = ColourOperations.ExtractChannel,
        ["blur"] = SharpnessOperations.Blur,
        ["sharpen"] = SharpnessOperations.Sharpen,
        ["convolve"] = SharpnessOperations.Convolve,
        ["clahe"] = SharpnessOperations.Clahe,
        ["median"] = SharpnessOperations.Median,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Contains(string name) => ByName.ContainsKey(name);

    /// <summary>The change that the step asks for; INVALID_QUERY when its arguments make no sense.</summary>
    public static Func<Image, Image> Prepare(PictureStep step) => ByName[step.Name](new StepArguments(step.Name, step.Arguments));
}

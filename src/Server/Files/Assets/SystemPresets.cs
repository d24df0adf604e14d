using System.Collections.Frozen;
using Directus.Grpc.Server.Files.Pictures;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>The presets that every project has, which apps show thumbnails with.</summary>
internal static class SystemPresets
{
    private static readonly FrozenDictionary<string, Transformation> All = new Dictionary<string, Transformation>
    {
        ["system-small-cover"] = Cover(64),
        ["system-small-contain"] = Contain(64),
        ["system-medium-cover"] = Cover(300),
        ["system-medium-contain"] = Contain(300),
        ["system-large-cover"] = Cover(800),
        ["system-large-contain"] = Contain(800),
    }.ToFrozenDictionary();

    public static Transformation? Find(string key) => All.GetValueOrDefault(key);

    /// <summary>The preset with what the request says besides. These presets are steps: another list of steps stands in their
    /// place, and another width brings its own height with it. How to
    /// fit says nothing without a size.</summary>
    public static Transformation Under(Transformation own, Transformation preset)
    {
        if (!own.Steps.IsEmpty) return own with { Format = own.Format ?? preset.Format };
        if (own is { Width: null, Height: null }) return preset with { Format = own.Format ?? preset.Format, Quality = own.Quality };
        return own.Over(own.Width is null ? preset : preset with { Height = null });
    }

    private static Transformation Cover(int side) => new() { Width = side, Height = side, Fit = Fit.Cover, Format = "auto" };

    private static Transformation Contain(int side) => new() { Width = side, Fit = Fit.Contain, Format = "auto" };
}

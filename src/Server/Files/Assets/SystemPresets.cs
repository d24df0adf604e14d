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

    private static Transformation Cover(int side) => new() { Width = side, Height = side, Fit = Fit.Cover, Format = "auto" };

    private static Transformation Contain(int side) => new() { Width = side, Fit = Fit.Contain, Format = "auto" };
}

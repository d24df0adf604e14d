using Directus.Grpc.Server.Hosting.Moving;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The server that this one takes the place of.</summary>
internal static class MovingSettings
{
    public static Setting[] All { get; } =
    [
        new(MovingOptions.FallbackName, $"{MovingOptions.Section}:{nameof(MovingOptions.FallbackUrl)}", SettingKind.Server),
        new(MovingOptions.CompareName, $"{MovingOptions.Section}:{nameof(MovingOptions.CompareWith)}", SettingKind.Server),
        new("COMPARE_SAMPLE", $"{MovingOptions.Section}:{nameof(MovingOptions.CompareSample)}", SettingKind.Share),
    ];
}

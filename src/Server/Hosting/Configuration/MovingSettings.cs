using Directus.Grpc.Server.Hosting.Moving;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The server that this one takes the place of.</summary>
internal static class MovingSettings
{
    public static Setting[] All { get; } =
    [
        new(MovingOptions.FallbackName, $"{MovingOptions.Section}:{nameof(MovingOptions.FallbackUrl)}", SettingKind.Server),
    ];
}

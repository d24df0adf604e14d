using Directus.Grpc.Server.Files.Storage;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The variables of each storage that STORAGE_LOCATIONS names.</summary>
internal static class StorageSettings
{
    public static IEnumerable<Setting> Of(string location)
    {
        var prefix = $"STORAGE_{location.ToUpperInvariant()}_";
        var section = $"{StorageOptions.Section}:{nameof(StorageOptions.Locations)}:{location}:";
        return
        [
            new(prefix + "DRIVER", section + nameof(StorageLocation.Driver)),
            new(prefix + "ROOT", section + nameof(StorageLocation.Root)),
            new(prefix + "HEALTHCHECK_THRESHOLD", section + nameof(StorageLocation.HealthThreshold), SettingKind.Integer) { Min = 1 },
        ];
    }
}

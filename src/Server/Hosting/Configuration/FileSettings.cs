using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Files.Storage;
using Directus.Grpc.Server.Outbound;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Storages, assets and imports.</summary>
internal static class FileSettings
{
    public static Setting[] All { get; } =
    [
        new("STORAGE_LOCATIONS", $"{StorageOptions.Section}:{nameof(StorageOptions.Names)}"),
        new("FILES_MAX_UPLOAD_SIZE", $"{FilesOptions.Section}:{nameof(FilesOptions.MaxUploadSize)}", SettingKind.Bytes),
        new("FILES_MIME_TYPE_ALLOW_LIST", $"{FilesOptions.Section}:{nameof(FilesOptions.MimeTypes)}"),
        new("FILE_METADATA_ALLOW_LIST", $"{FilesOptions.Section}:{nameof(FilesOptions.Metadata)}"),
        new("ASSETS_CACHE_TTL", $"{AssetOptions.Section}:{nameof(AssetOptions.CacheTtl)}", SettingKind.Duration),
        new("ASSETS_CACHE_REVALIDATE", $"{AssetOptions.Section}:{nameof(AssetOptions.CacheRevalidate)}", SettingKind.Flag),
        new("ASSETS_TRANSFORM_MAX_CONCURRENT", $"{AssetOptions.Section}:{nameof(AssetOptions.MaxConcurrent)}", SettingKind.Integer) { Min = 1 },
        new("ASSETS_TRANSFORM_IMAGE_MAX_DIMENSION", $"{AssetOptions.Section}:{nameof(AssetOptions.MaxDimension)}",
            SettingKind.Integer) { Min = 1, Max = 20_000 },
        new("ASSETS_TRANSFORM_MAX_OPERATIONS", $"{AssetOptions.Section}:{nameof(AssetOptions.MaxOperations)}",
            SettingKind.Integer) { Min = 0, Max = 100 },
        new("ASSETS_TRANSFORM_TIMEOUT", $"{AssetOptions.Section}:{nameof(AssetOptions.Timeout)}", SettingKind.Duration),
        new("IMPORT_IP_DENY_LIST", $"{OutboundOptions.Section}:{nameof(OutboundOptions.DenyList)}"),
        new("IMPORT_TIMEOUT", $"{OutboundOptions.Section}:{nameof(OutboundOptions.Timeout)}", SettingKind.Duration),
        new("IMPORT_MAX_REDIRECTS", $"{OutboundOptions.Section}:{nameof(OutboundOptions.MaxRedirects)}", SettingKind.Integer) { Min = 0, Max = 50 },
    ];
}

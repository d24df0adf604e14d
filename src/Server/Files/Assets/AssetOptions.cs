using System.Globalization;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>What may be made of pictures, and how long assets may be kept by others.</summary>
internal sealed class AssetOptions
{
    public const string Section = "Assets";

    /// <summary>ASSETS_CACHE_TTL.</summary>
    public TimeSpan CacheTtl { get; set; } = TimeSpan.FromDays(30);

    /// <summary>ASSETS_CACHE_REVALIDATE: whether browsers have to ask each time whether an asset is still the same.</summary>
    public bool CacheRevalidate { get; set; }

    /// <summary>What browsers are told about keeping an asset, behind who may keep it.</summary>
    public string CacheControl => CacheRevalidate ? "max-age=0, must-revalidate"
        : string.Create(CultureInfo.InvariantCulture, $"max-age={(long)CacheTtl.TotalSeconds}");

    /// <summary>ASSETS_CONTENT_SECURITY_POLICY_*: the policy of assets in place of that by which nothing in them is run.</summary>
    public string? ContentSecurityPolicy { get; set; }

    /// <summary>ASSETS_TRANSFORM_MAX_CONCURRENT: pictures that are made at one time; more than that are refused.</summary>
    public int MaxConcurrent { get; set; } = 25;

    /// <summary>ASSETS_TRANSFORM_IMAGE_MAX_DIMENSION: largest width and height, of the picture and of what is made of it.</summary>
    public int MaxDimension { get; set; } = 6000;

    /// <summary>ASSETS_TRANSFORM_MAX_OPERATIONS: steps of one transformation.</summary>
    public int MaxOperations { get; set; } = 5;

    /// <summary>ASSETS_TRANSFORM_TIMEOUT.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(7500);
}

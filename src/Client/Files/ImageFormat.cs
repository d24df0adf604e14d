using System.Text.Json.Serialization;

namespace Directus.Grpc.Client;

/// <summary>A format of pictures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImageFormat>))]
public enum ImageFormat
{
    /// <summary>That of the picture.</summary>
    [JsonStringEnumMemberName("IMAGE_FORMAT_UNSPECIFIED")]
    Unspecified,

    /// <summary>AVIF.</summary>
    [JsonStringEnumMemberName("IMAGE_FORMAT_AVIF")]
    Avif,

    /// <summary>JPEG.</summary>
    [JsonStringEnumMemberName("IMAGE_FORMAT_JPG")]
    Jpg,

    /// <summary>PNG.</summary>
    [JsonStringEnumMemberName("IMAGE_FORMAT_PNG")]
    Png,

    /// <summary>WebP.</summary>
    [JsonStringEnumMemberName("IMAGE_FORMAT_WEBP")]
    Webp,

    /// <summary>TIFF.</summary>
    [JsonStringEnumMemberName("IMAGE_FORMAT_TIFF")]
    Tiff,

    /// <summary>GIF.</summary>
    [JsonStringEnumMemberName("IMAGE_FORMAT_GIF")]
    Gif,
}

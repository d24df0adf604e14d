namespace Directus.Grpc.Server.Files;

/// <summary>Which contents are taken in.</summary>
internal sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>FILES_MAX_UPLOAD_SIZE in bytes; null for no bound.</summary>
    public long? MaxUploadSize { get; set; }

    /// <summary>FILES_MIME_TYPE_ALLOW_LIST: media types by commas, `*` stands for any characters but a slash.</summary>
    public string MimeTypes { get; set; } = "*/*";

    /// <summary>FILE_METADATA_ALLOW_LIST: what is kept of a picture's metadata, as `exif.FNumber`; `*` for all that is read.</summary>
    public string Metadata { get; set; } = "ifd0.Make,ifd0.Model,exif.FNumber,exif.ExposureTime,exif.FocalLength,exif.ISOSpeedRatings";
}

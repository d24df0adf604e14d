using System.Text.Json.Nodes;

namespace Directus.Grpc.Client;

/// <summary>A file: what is known about it, without its content.</summary>
public sealed record DirectusFile
{
    /// <summary>Primary key, a UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name of the storage location that keeps the content. Set by the server.</summary>
    public string? Storage { get; init; }

    /// <summary>Name of the content in its storage. Set by the server.</summary>
    public string? FilenameDisk { get; init; }

    /// <summary>Name that a download gets.</summary>
    public string? FilenameDownload { get; init; }

    /// <summary>Title to show; when it is absent, an upload makes one of the name.</summary>
    public string? Title { get; init; }

    /// <summary>Media type of the content, as <c>image/png</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Primary key of the folder; absent for none.</summary>
    public string? Folder { get; init; }

    /// <summary>Primary key of the user who uploaded it. Set by the server.</summary>
    public string? UploadedBy { get; init; }

    /// <summary>Moment when the file was made. Set by the server.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>Primary key of the user who changed it last. Set by the server.</summary>
    public string? ModifiedBy { get; init; }

    /// <summary>Moment of the last change. Set by the server.</summary>
    public DateTimeOffset? ModifiedOn { get; init; }

    /// <summary>Moment when the content came in. Set by the server.</summary>
    public DateTimeOffset? UploadedOn { get; init; }

    /// <summary>Encoding of a text.</summary>
    public string? Charset { get; init; }

    /// <summary>Size of the content in bytes. Set by the server.</summary>
    public long? Filesize { get; init; }

    /// <summary>Width of a picture in pixels. Set by the server.</summary>
    public int? Width { get; init; }

    /// <summary>Height of a picture in pixels. Set by the server.</summary>
    public int? Height { get; init; }

    /// <summary>Length of sound or film in milliseconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Where an embedded file is.</summary>
    public string? Embed { get; init; }

    /// <summary>What is to be said about it.</summary>
    public string? Description { get; init; }

    /// <summary>Place where it was made.</summary>
    public string? Location { get; init; }

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What a picture tells about itself (EXIF, IPTC).</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Where in a picture its subject is, in pixels from the left.</summary>
    public int? FocalPointX { get; init; }

    /// <summary>Where in a picture its subject is, in pixels from the top.</summary>
    public int? FocalPointY { get; init; }
}

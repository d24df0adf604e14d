using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NetVips;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>Finds out what a picture tells about itself, from its head.</summary>
internal sealed class PictureReader
{
    private readonly HashSet<string> _kept;

    public PictureReader(IOptions<FilesOptions> options, ILogger<PictureReader> logger)
    {
        _kept = [.. options.Value.Metadata.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (VipsLibrary.Problem is { } problem) FilesLog.NoPictures(logger, problem);
    }

    /// <summary>The picture; null when the content is none.</summary>
    public Picture? Read(Stream content)
    {
        using var image = VipsLibrary.Open(content, Enums.Access.Sequential);
        if (image is null) return null;
        var metadata = new JsonObject();
        foreach (var field in image.GetFields()) Add(metadata, image, field);
        var iptc = image.Contains("iptc-data") ? IptcRecords.Read((byte[])image.Get("iptc-data")) : [];
        foreach (var (name, value) in iptc)
            if (Keeps($"iptc.{name}")) Group(metadata, "iptc")[name] = value?.DeepClone();
        var turned = VipsLibrary.IsTurned(image);
        return new Picture(turned ? image.Height : image.Width, turned ? image.Width : image.Height, metadata, Hints(iptc));
    }

    // `exif-ifd2-FNumber`: the groups are called as in the documents of EXIF.
    private void Add(JsonObject metadata, Image image, string field)
    {
        if (!field.StartsWith("exif-ifd", StringComparison.Ordinal) || field.Length < 11) return;
        var group = field[8] switch { '0' => "ifd0", '1' => "ifd1", '2' => "exif", '3' => "gps", '4' => "interop", _ => null };
        var name = field[10..] is "PhotographicSensitivity" ? "ISOSpeedRatings" : field[10..];
        if (group is null || !Keeps($"{group}.{name}") || image.Get(field) is not string text) return;
        if (ExifValue.Parse(text) is { } value) Group(metadata, group)[name] = value;
    }

    private bool Keeps(string name) => _kept.Contains(name) || _kept.Contains("*");

    private static JsonObject Group(JsonObject metadata, string name)
    {
        if (metadata[name] is JsonObject group) return group;
        var made = new JsonObject();
        metadata[name] = made;
        return made;
    }

    private static JsonObject Hints(JsonObject iptc)
    {
        var hints = new JsonObject();
        if (iptc["Caption"] is { } caption) hints["description"] = caption.DeepClone();
        if (iptc["Keywords"] is { } keywords) hints["tags"] = keywords.DeepClone();
        return hints;
    }
}

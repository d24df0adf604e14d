using System.Text.Json.Serialization;

namespace Directus.Grpc.Client;

/// <summary>What to make of a picture.</summary>
public sealed record Transformation
{
    /// <summary>Name of a preset of the server or of the project.</summary>
    public string Key { get; init; } = "";

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>How the picture is fitted into width and height.</summary>
    public Fit? Fit { get; init; }

    /// <summary>Format of the answer.</summary>
    public ImageFormat? Format { get; init; }

    /// <summary>Quality from 1 to 100.</summary>
    public int? Quality { get; init; }

    /// <summary>Whether a smaller picture keeps its size.</summary>
    [JsonPropertyName("withoutEnlargement")]
    public bool WithoutEnlargement { get; init; }

    /// <summary>Where the subject is, in pixels from the left; else as the file says.</summary>
    public int? FocalPointX { get; init; }

    /// <summary>Where the subject is, in pixels from the top; else as the file says.</summary>
    public int? FocalPointY { get; init; }

    /// <summary>Further steps, in their order.</summary>
    public IReadOnlyList<TransformStep> Transforms { get; init; } = [];
}

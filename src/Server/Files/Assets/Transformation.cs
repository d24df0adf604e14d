using System.Collections.Immutable;
using Directus.Grpc.Server.Files.Pictures;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>What a request or a preset wants made of a picture.</summary>
internal sealed record Transformation
{
    public static Transformation None { get; } = new();

    public int? Width { get; init; }

    public int? Height { get; init; }

    public Fit? Fit { get; init; }

    /// <summary>`auto`, a format, or null for that of the picture.</summary>
    public string? Format { get; init; }

    public int? Quality { get; init; }

    public bool WithoutEnlargement { get; init; }

    public int? FocalPointX { get; init; }

    public int? FocalPointY { get; init; }

    public ImmutableArray<PictureStep> Steps { get; init; } = [];

    public bool IsNone => Width is null && Height is null && Format is null && Quality is null && Steps.IsEmpty;
}

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

    /// <summary>Whether it is written in shades of grey; null when nothing is said about it.</summary>
    public bool? Grey { get; init; }

    public bool WithoutEnlargement { get; init; }

    public int? FocalPointX { get; init; }

    public int? FocalPointY { get; init; }

    public ImmutableArray<PictureStep> Steps { get; init; } = [];

    /// <summary>What the request says, and the rest of it as the preset has it.</summary>
    public Transformation Over(Transformation preset) => preset with
    {
        Width = Width ?? preset.Width,
        Height = Height ?? preset.Height,
        Fit = Fit ?? preset.Fit,
        Format = Format ?? preset.Format,
        Quality = Quality ?? preset.Quality,
        Grey = Grey ?? preset.Grey,
        WithoutEnlargement = WithoutEnlargement || preset.WithoutEnlargement,
        FocalPointX = FocalPointX ?? preset.FocalPointX,
        FocalPointY = FocalPointY ?? preset.FocalPointY,
        Steps = Steps.IsEmpty ? preset.Steps : Steps,
    };

    public bool IsNone => Width is null && Height is null && Format is null && Quality is null && Grey is null && Steps.IsEmpty;
}

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>A size that a picture is to get.</summary>
internal sealed record Resizing(int? Width, int? Height, Fit Fit)
{
    public bool WithoutEnlargement { get; init; }

    /// <summary>Where the subject is, in pixels of the picture; what is cut off is cut off around it.</summary>
    public (int X, int Y)? Focus { get; init; }

    /// <summary>What is around a picture that is contained.</summary>
    public Colour Background { get; init; } = Colour.Black;
}

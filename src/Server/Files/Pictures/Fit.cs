namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>How a picture is fitted into a width and a height.</summary>
internal enum Fit
{
    Cover,
    Contain,
    Inside,
    Outside,
    Fill,
}

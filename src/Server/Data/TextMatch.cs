namespace Directus.Grpc.Server.Data;

/// <summary>Where a text has to be found.</summary>
public enum TextMatch
{
    Contains,
    StartsWith,
    EndsWith,
}

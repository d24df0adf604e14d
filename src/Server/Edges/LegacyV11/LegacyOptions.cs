namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>Whether API v1.1 is served.</summary>
public sealed class LegacyOptions
{
    public const string Section = "Legacy";

    /// <summary>LEGACY_API_ENABLED.</summary>
    public bool Enabled { get; set; } = true;
}

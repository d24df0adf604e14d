using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Hosting.Cors;

/// <summary>What pages of other sites may do, by Directus' names and defaults.</summary>
internal sealed class CorsSettings
{
    public const string Section = "Cors";

    /// <summary>CORS_ENABLED: whether pages of other sites may call at all.</summary>
    public bool Enabled { get; set; }

    /// <summary>CORS_ORIGIN: of which sites.</summary>
    public string Origin { get; set; } = "false";

    /// <summary>CORS_METHODS, by commas.</summary>
    public string Methods { get; set; } = "GET,POST,PATCH,DELETE";

    /// <summary>CORS_ALLOWED_HEADERS: what they may send, by commas.</summary>
    public string AllowedHeaders { get; set; } = "Content-Type,Authorization";

    /// <summary>CORS_EXPOSED_HEADERS: what they may read of an answer, by commas.</summary>
    public string ExposedHeaders { get; set; } = "Content-Range";

    /// <summary>CORS_CREDENTIALS: whether they may send cookies.</summary>
    public bool Credentials { get; set; } = true;

    /// <summary>CORS_MAX_AGE: for how many seconds a browser remembers all this.</summary>
    public int MaxAge { get; set; } = 18_000;

    /// <summary>The sites, none unless enabled.</summary>
    public AllowedOrigins Origins => Enabled && AllowedOrigins.TryParse(Origin, out var origins) ? origins : AllowedOrigins.None;
}

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>What the REST edge takes in.</summary>
public sealed class HttpOptions
{
    public const string Section = "Rest";

    /// <summary>MAX_PAYLOAD_SIZE in bytes: the largest JSON body.</summary>
    public long MaxPayload { get; set; } = 1024 * 1024;

    /// <summary>SESSION_COOKIE_NAME.</summary>
    public string SessionCookie { get; set; } = "directus_session_token";

    /// <summary>OPENAPI_ENABLED: whether the API is told as an OpenAPI document, with a page to try it.</summary>
    public bool OpenApi { get; set; } = true;

    /// <summary>PUBLIC_URL.</summary>
    public string? PublicUrl { get; set; }
}

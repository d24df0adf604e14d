namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>Directus' app, which is no part of this server.</summary>
internal sealed class StudioOptions
{
    public const string Section = "Studio";

    /// <summary>STUDIO_ROOT: the folder of an unpacked app; without one none is served.</summary>
    public string Root { get; set; } = "";

    /// <summary>CONTENT_SECURITY_POLICY_*: what the app may load and run.</summary>
    public string ContentSecurityPolicy { get; set; } = string.Join("; ", Usual.Select(entry => $"{entry.Key} {entry.Value}"));

    /// <summary>What the app needs of this server, and nothing of others. It sets styles on its elements and draws in workers that
    /// it makes itself.</summary>
    public static IReadOnlyDictionary<string, string> Usual { get; } = new Dictionary<string, string>
    {
        ["default-src"] = "'self'", ["script-src"] = "'self'", ["script-src-attr"] = "'none'", ["worker-src"] = "'self' blob:",
        ["style-src"] = "'self' 'unsafe-inline'", ["img-src"] = "'self' data: blob:", ["font-src"] = "'self' data:", ["object-src"] = "'none'",
        ["base-uri"] = "'self'", ["form-action"] = "'self'", ["frame-ancestors"] = "'self'",
    };
}

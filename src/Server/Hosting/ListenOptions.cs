using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Where the server listens.</summary>
internal sealed class ListenOptions
{
    public const string Section = "Listen";

    /// <summary>HOST: the address to listen on; 0.0.0.0 for all.</summary>
    public string Host { get; set; } = "0.0.0.0";

    /// <summary>PORT: REST and gRPC-Web over HTTP/1.1; with a certificate also gRPC over HTTP/2.</summary>
    public int Port { get; set; } = 8055;

    /// <summary>GRPC_PORT: gRPC over HTTP/2 without TLS. Not used with a certificate.</summary>
    public int GrpcPort { get; set; } = 8056;

    /// <summary>PUBLIC_URL: the address that clients know.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>TLS_CERT_FILE: certificate and chain as PEM.</summary>
    public string? TlsCertFile { get; set; }

    /// <summary>TLS_KEY_FILE: its key as PEM; left out when the certificate's file holds it.</summary>
    public string? TlsKeyFile { get; set; }

    /// <summary>GRPC_REFLECTION: whether clients may ask for the contracts.</summary>
    public bool Reflection { get; set; } = true;

    /// <summary>SERVER_SHUTDOWN_TIMEOUT: milliseconds that calls which have begun may take once the server is told to stop.</summary>
    public int ShutdownTimeout { get; set; } = 30_000;

    /// <summary>SERVER_KEEP_ALIVE_TIMEOUT: milliseconds that a connection may be idle.</summary>
    public int KeepAliveTimeout { get; set; } = 130_000;

    /// <summary>SERVER_HEADERS_TIMEOUT: milliseconds that the headers of a request may take.</summary>
    public int HeadersTimeout { get; set; } = 30_000;

    public bool Tls => TlsCertFile is not null;

    /// <summary>PUBLIC_URL, or this machine where that is not said.</summary>
    public PublicAddress PublicAddress => new(PublicUrl is { Length: > 1 } url ? url : $"{(Tls ? "https" : "http")}://localhost:{Port}");

    public GrpcDoor GrpcDoor => new(Tls ? null : GrpcPort, Reflection);

    /// <summary>The line that tells where the server answers.</summary>
    public string Greeting => Tls
        ? $"Directus.Grpc {ProductVersion.Text} answers REST and gRPC on https://{Host}:{Port}"
        : $"Directus.Grpc {ProductVersion.Text} answers REST on http://{Host}:{Port} and gRPC on http://{Host}:{GrpcPort}";
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Opens the ports. Without TLS a port speaks either HTTP/1.1 or HTTP/2, so there are two; with it the
/// connection itself tells, and one serves both.</summary>
internal static class KestrelSetup
{
    public static void Configure(KestrelServerOptions kestrel, ListenOptions options)
    {
        kestrel.AddServerHeader = false;
        // Filters in the address may be long; what is longer still is refused by the query's parser, in words. The buffer has
        // to hold the line.
        kestrel.Limits.MaxRequestLineSize = 2 * 1024 * 1024;
        kestrel.Limits.MaxRequestBufferSize = 2 * 1024 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMilliseconds(options.KeepAliveTimeout);
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromMilliseconds(options.HeadersTimeout);
        if (options.Tls)
        {
            var certificate = Certificate(options);
            Listen(kestrel, options.Host, options.Port, HttpProtocols.Http1AndHttp2, certificate);
            return;
        }

        if (options.GrpcPort == options.Port) throw new ConfigurationException("GRPC_PORT has to differ from PORT, unless TLS_CERT_FILE is set.");
        Listen(kestrel, options.Host, options.Port, HttpProtocols.Http1, null);
        Listen(kestrel, options.Host, options.GrpcPort, HttpProtocols.Http2, null);
    }

    private static void Listen(KestrelServerOptions kestrel, string host, int port, HttpProtocols protocols, X509Certificate2? certificate)
    {
        void Configure(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions listen)
        {
            listen.Protocols = protocols;
            if (certificate is not null) listen.UseHttps(certificate);
        }

        if (host == "localhost") kestrel.ListenLocalhost(port, Configure);
        else kestrel.Listen(IPAddress.Parse(host), port, Configure);
    }

    private static X509Certificate2 Certificate(ListenOptions options)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(options.TlsCertFile!, options.TlsKeyFile);
        }
        catch (CryptographicException)
        {
            throw new ConfigurationException("TLS_CERT_FILE and TLS_KEY_FILE have to be a certificate and its key as PEM.");
        }
    }
}

using System.Text.Json;

namespace Directus.Grpc.Client;

/// <summary>How a <see cref="DirectusClient"/> connects.</summary>
public sealed class DirectusClientOptions
{
    /// <summary>Handler that carries the calls: for certificates of your own, proxies, or gRPC-Web. It stays yours to
    /// dispose. Default: an HTTP/2 handler.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>HTTP version of the calls: HTTP/2 by default; 1.1 for gRPC-Web on the REST port without TLS.</summary>
    public Version HttpVersion { get; init; } = System.Net.HttpVersion.Version20;

    /// <summary>Static token that the calls carry from the start.</summary>
    public string? Token { get; init; }

    /// <summary>Clock that tells when a token is due; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How rows become objects and back: <see cref="DirectusJson.Default"/> unless you need converters of your
    /// own or, under AOT, a source-generated resolver.</summary>
    public JsonSerializerOptions Json { get; init; } = DirectusJson.Default;
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Kernel;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <inheritdoc cref="IOpenApiSpecification"/>
internal sealed class OpenApiSpecification(DocumentBuilder builder, HttpOptions options) : IOpenApiSpecification
{
    // Callers of the same rights are told the same.
    private const int Most = 20;

    // What Directus says of its own.
    private const string DirectusVersion = "3.0.1";

    private readonly ConcurrentDictionary<Key, Lazy<Task<OpenApiText>>> _known = new();

    public bool Enabled => options.OpenApi;

    public async Task<OpenApiText> OfAsync(Caller caller, string? version, CancellationToken cancellation)
    {
        if (!Enabled) throw DirectusException.RouteNotFound("/server/specs/oas");
        var newer = version switch
        {
            null or "" or "3.0" => false,
            "3.1" => true,
            _ => throw DirectusException.InvalidQuery("\"openapi\" must be one of [3.0, 3.1]"),
        };
        var principal = caller.Principal;
        var key = new Key(caller.Schema.Version, principal.Admin, principal.User is not null, RightsMark.Of(caller.Access), newer);
        if (_known.Count >= Most && !_known.ContainsKey(key)) _known.Clear();
        var text = _known.GetOrAdd(key, _ => new Lazy<Task<OpenApiText>>(() => Task.Run(() => MakeAsync(caller, newer), CancellationToken.None)));
        try
        {
            return await text.Value.WaitAsync(cancellation);
        }
        catch when (text.Value.IsFaulted)
        {
            _known.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<OpenApiText> MakeAsync(Caller caller, bool newer)
    {
        using var json = new MemoryStream();
        var version = newer ? OpenApiSpecVersion.OpenApi3_1 : OpenApiSpecVersion.OpenApi3_0;
        await builder.Build(caller).SerializeAsJsonAsync(json, version, CancellationToken.None);
        var bytes = newer ? json.ToArray() : Named(json.ToArray());
        return new OpenApiText(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
    }

    // The library tells the patch of the specification that it writes by; all of 3.0 are one.
    private static byte[] Named(byte[] json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document["openapi"] = DirectusVersion;
        return JsonSerializer.SerializeToUtf8Bytes(document);
    }

    private readonly record struct Key(long Schema, bool Admin, bool Known, string Rights, bool Newer);
}

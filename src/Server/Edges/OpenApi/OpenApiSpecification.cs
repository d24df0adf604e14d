using System.Collections.Concurrent;
using System.Security.Cryptography;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Project;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <inheritdoc cref="IOpenApiSpecification"/>
internal sealed class OpenApiSpecification(DocumentBuilder builder) : IOpenApiSpecification
{
    // Callers of the same rights are told the same.
    private const int Most = 20;

    private readonly ConcurrentDictionary<Key, Lazy<Task<OpenApiText>>> _known = new();

    public async Task<OpenApiText> OfAsync(Caller caller, CancellationToken cancellation)
    {
        var principal = caller.Principal;
        var key = new Key(caller.Schema.Version, principal.Admin, principal.User is not null, RightsMark.Of(caller.Access));
        if (_known.Count >= Most && !_known.ContainsKey(key)) _known.Clear();
        var text = _known.GetOrAdd(key, _ => new Lazy<Task<OpenApiText>>(() => Task.Run(() => MakeAsync(caller), CancellationToken.None)));
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

    private async Task<OpenApiText> MakeAsync(Caller caller)
    {
        using var json = new MemoryStream();
        await builder.Build(caller).SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        var bytes = json.ToArray();
        return new OpenApiText(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
    }

    private readonly record struct Key(long Schema, bool Admin, bool Known, string Rights);
}

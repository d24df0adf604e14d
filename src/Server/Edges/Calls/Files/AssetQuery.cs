using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Queries;

namespace Directus.Grpc.Server.Edges.Calls.Files;

/// <summary>The query string of an asset. Unlike others it says nothing about items.</summary>
internal sealed class AssetQuery(HttpContext http)
{
    private readonly JsonElement _parameters = DirectusQueryString.Parse(http.Request.QueryString.Value);

    public JsonElement Parameters => _parameters;

    public bool Download => _parameters.ValueKind == JsonValueKind.Object && _parameters.TryGetProperty("download", out var value) &&
        value.ValueKind == JsonValueKind.String && value.GetString() is not ("false" or "0");
}

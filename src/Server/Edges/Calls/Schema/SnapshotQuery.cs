using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Edges.Calls.Schema;

/// <summary>The query string of a call about models.</summary>
internal sealed class SnapshotQuery(HttpCall http)
{
    private readonly JsonElement _query = DirectusQueryString.Parse(http.Http.Request.QueryString.Value);

    public ComparisonMode Mode => Text("mode") switch
    {
        null or "" or "mirror" => ComparisonMode.Mirror,
        "merge" => ComparisonMode.Merge,
        _ => throw DirectusException.InvalidQuery("\"mode\" must be one of [mirror, merge]"),
    };

    /// <summary>A flag that is set by being there.</summary>
    public bool Flag(string name) => Text(name) switch
    {
        null or "false" or "0" => false,
        _ => true,
    };

    /// <summary>Names, with commas between or as an array.</summary>
    public IReadOnlyList<string> Names(string name)
    {
        if (_query.ValueKind != JsonValueKind.Object || !_query.TryGetProperty(name, out var value)) return [];
        var texts = value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array when value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.String) =>
                value.EnumerateArray().Select(entry => entry.GetString()!),
            _ => throw DirectusException.InvalidQuery($"\"{name}\" must be a list of names"),
        };
        return [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }

    private string? Text(string name)
    {
        if (_query.ValueKind != JsonValueKind.Object || !_query.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw DirectusException.InvalidQuery($"\"{name}\" must be given once");
    }
}

using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Differences as they are sent to be applied.</summary>
internal static class DifferenceText
{
    private static readonly string[] Parts = ["collections", "fields", "systemFields", "relations"];

    /// <summary>With that hash, and with the parts in which nothing changes.</summary>
    public static string Hashed(string hash, string diff)
    {
        var parts = (JsonObject)JsonNode.Parse(diff)!;
        foreach (var part in Parts) parts.TryAdd(part, new JsonArray());
        return new JsonObject { ["hash"] = hash, ["diff"] = parts }.ToJsonString();
    }
}

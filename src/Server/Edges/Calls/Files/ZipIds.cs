using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Files;

/// <summary>The keys of the files that an archive is asked of: `{"ids": […]}`.</summary>
internal static class ZipIds
{
    private const string Field = "ids";

    // Who sends thousands of wrong ones knows what is wrong after some.
    private const int MostFaults = 20;

    public static IReadOnlyList<Guid> Of(JsonElement body)
    {
        if (body.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined)) throw Invalid(Expected("object", body));
        var given = body.ValueKind == JsonValueKind.Object && body.TryGetProperty(Field, out var value) ? value : default;
        if (given.ValueKind != JsonValueKind.Array) throw Invalid($"{Expected("array", given)} at \"{Field}\"");
        var ids = new List<Guid>(given.GetArrayLength());
        var faults = new List<string>();
        foreach (var (at, item) in given.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.String) faults.Add($"{Expected("string", item)} at \"{Field}[{at}]\"");
            else if (Guid.TryParseExact(item.GetString(), "D", out var id)) ids.Add(id);
            else faults.Add($"\"id\" must be a uuid at \"{Field}[{at}]\"");
            if (faults.Count == MostFaults) break;
        }

        if (faults.Count > 0) throw Invalid(string.Join("; ", faults));
        return ids.Count > 0 ? ids : throw Invalid($"Too small: expected array to have >=1 items at \"{Field}\"");
    }

    public static IReadOnlyList<Guid> Of(IEnumerable<string> ids) => Of(JsonSerializer.SerializeToElement(new { ids }));

    private static string Expected(string kind, JsonElement found) => $"Invalid input: expected {kind}, received " + found.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static DirectusException Invalid(string faults) => DirectusException.InvalidPayload($"Validation error: {faults}");
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Values;

/// <summary>GeoJSON of requests: geometries of the plane, also as text or within a feature. It is checked here, as the database
/// tells a wrong one from a broken server only by its words.</summary>
internal static class GeoJson
{
    private const int MostNesting = 8;

    /// <summary>The geometry as compact JSON, when it is one of this type; a plain geometry may be of any.</summary>
    public static bool TryParse(JsonElement json, FieldType type, [NotNullWhen(true)] out string? geometry)
    {
        geometry = null;
        if (json.ValueKind == JsonValueKind.String)
        {
            if (!JsonText.IsJson(json.GetString()!)) return false;
            json = JsonText.Parse(json.GetString()!);
        }

        if (TypeOf(json) == "Feature" && json.TryGetProperty("geometry", out var inner)) json = inner;
        if (!IsGeometry(json, 0) || (type != FieldType.Geometry && $"geometry.{TypeOf(json)}" != type.ToApi())) return false;
        geometry = Plain(json).ToJsonString();
        return true;
    }

    // Without a coordinate system, a box or other members, which the database would try to understand.
    private static JsonObject Plain(JsonElement json) => json.TryGetProperty("geometries", out var geometries) && TypeOf(json) == "GeometryCollection"
        ? new() { ["type"] = TypeOf(json), ["geometries"] = new JsonArray([.. geometries.EnumerateArray().Select(Plain)]) }
        : new() { ["type"] = TypeOf(json), ["coordinates"] = JsonArray.Create(json.GetProperty("coordinates")) };

    private static bool IsGeometry(JsonElement json, int nesting)
    {
        if (TypeOf(json) is not { } type || nesting > MostNesting) return false;
        if (type == "GeometryCollection") return Is(json, "geometries", all => AreAll(all, one => IsGeometry(one, nesting + 1)));
        return Is(json, "coordinates", coordinates => type switch
        {
            "Point" => IsPosition(coordinates),
            "LineString" => IsLine(coordinates),
            "Polygon" => IsPolygon(coordinates),
            "MultiPoint" => AreAll(coordinates, IsPosition),
            "MultiLineString" => AreAll(coordinates, IsLine),
            "MultiPolygon" => AreAll(coordinates, IsPolygon),
            _ => false,
        });
    }

    private static string? TypeOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static bool Is(JsonElement json, string name, Func<JsonElement, bool> holds) => json.TryGetProperty(name, out var value) && holds(value);

    // Columns have two dimensions.
    private static bool IsPosition(JsonElement json) => json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 2
        && AreAll(json, number => number.ValueKind == JsonValueKind.Number && double.IsFinite(number.GetDouble()));

    private static bool IsLine(JsonElement json) => AreAll(json, IsPosition) && json.GetArrayLength() >= 2;

    private static bool IsPolygon(JsonElement json) => AreAll(json, IsRing) && json.GetArrayLength() >= 1;

    private static bool IsRing(JsonElement json) => AreAll(json, IsPosition) && json.GetArrayLength() >= 4
        && json[0][0].GetDouble() == json[json.GetArrayLength() - 1][0].GetDouble()
            && json[0][1].GetDouble() == json[json.GetArrayLength() - 1][1].GetDouble();

    private static bool AreAll(JsonElement json, Func<JsonElement, bool> holds) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(holds);
}

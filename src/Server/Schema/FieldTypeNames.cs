using System.Collections.Frozen;
using System.Text.Json;

namespace Directus.Grpc.Server.Schema;

/// <summary>The names of field types in the API.</summary>
public static class FieldTypeNames
{
    private static readonly FrozenDictionary<string, FieldType> ByName = Enum.GetValues<FieldType>()
        .ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    private static readonly FrozenDictionary<FieldType, string> Names =
        ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The name in answers. Directus makes binary columns when asked, but does not know them again.</summary>
    public static string ToApi(this FieldType type) => type == FieldType.Binary ? "unknown" : Names[type];

    public static bool IsGeometry(this FieldType type) => type is >= FieldType.Geometry and <= FieldType.GeometryMultiPolygon;

    // geometry.Point
    private static string NameOf(FieldType type) => type.IsGeometry() && type != FieldType.Geometry
        ? "geometry." + type.ToString()[nameof(FieldType.Geometry).Length..]
        : JsonNamingPolicy.CamelCase.ConvertName(type.ToString());

    public static bool TryParse(string name, out FieldType type) => ByName.TryGetValue(name, out type);
}

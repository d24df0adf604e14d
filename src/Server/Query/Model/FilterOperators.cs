using System.Collections.Frozen;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>The operators that there are and what form their operands have. Which types have which operators, the
/// planner knows.</summary>
internal static class FilterOperators
{
    public static FrozenSet<string> Known { get; } = new[]
    {
        "_eq", "_neq", "_ieq", "_nieq", "_lt", "_lte", "_gt", "_gte", "_in", "_nin", "_null", "_nnull", "_empty", "_nempty",
        "_contains", "_ncontains", "_icontains", "_nicontains", "_starts_with", "_nstarts_with", "_istarts_with", "_nistarts_with",
        "_ends_with", "_nends_with", "_iends_with", "_niends_with", "_between", "_nbetween", "_intersects", "_nintersects",
        "_intersects_bbox", "_nintersects_bbox", "_regex", "_submitted",
    }.ToFrozenSet();

    public static void Check(string key, JsonElement operand)
    {
        switch (key)
        {
            case "_in" or "_nin" or "_between" or "_nbetween":
                CheckList(key, operand);
                break;
            case "_null" or "_nnull" or "_empty" or "_nempty" or "_submitted":
                CheckFlag(key, operand);
                break;
            case "_intersects" or "_nintersects" or "_intersects_bbox" or "_nintersects_bbox":
                if (operand.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
                    throw DirectusException.InvalidQuery($"\"{key}\" has to be a GeoJSON object");
                break;
            default:
                CheckScalar(key, operand);
                break;
        }
    }

    private static void CheckList(string key, JsonElement operand)
    {
        var empty = operand.ValueKind switch
        {
            JsonValueKind.Array => operand.GetArrayLength() == 0,
            JsonValueKind.Object => true,
            JsonValueKind.String => operand.ValueEquals(""),
            _ => false,
        };
        if (empty) throw DirectusException.InvalidQuery($"\"{key}\" has to be an array of values");
        if (operand.ValueKind != JsonValueKind.Array) return;
        foreach (var element in operand.EnumerateArray())
            if (element.ValueKind is JsonValueKind.Array or JsonValueKind.Object) throw NoScalar(key);
    }

    // null and the empty string stand for true, as if nothing were said.
    private static void CheckFlag(string key, JsonElement operand)
    {
        var flag = operand.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => true,
            JsonValueKind.String => operand.ValueEquals("true") || operand.ValueEquals("false") || operand.ValueEquals(""),
            _ => false,
        };
        if (!flag) throw DirectusException.InvalidQuery($"\"{key}\" has to be a boolean");
    }

    private static void CheckScalar(string key, JsonElement operand)
    {
        if (operand.ValueKind is JsonValueKind.Array or JsonValueKind.Object) throw NoScalar(key);
        if (operand.ValueKind == JsonValueKind.String && operand.ValueEquals(""))
            throw DirectusException.InvalidQuery($"You can't filter for an empty string in \"{key}\". Use \"_empty\" or \"_nempty\" instead");
    }

    private static DirectusException NoScalar(string key) =>
        DirectusException.InvalidQuery($"The filter value for \"{key}\" has to be a string, number, or boolean");
}

using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Scalars;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Answers;

/// <summary>JSON → the values that the library coerces to the types of variables.</summary>
internal static class VariableValues
{
    public static Inputs Of(JsonElement variables) =>
        variables.ValueKind == JsonValueKind.Object ? new Inputs(Fields(variables)) : Inputs.Empty;

    private static Dictionary<string, object?> Fields(JsonElement json)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject()) fields[property.Name] = Value(property.Value);
        return fields;
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Fields(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Number(JsonElement json)
    {
        if (json.TryGetInt32(out var whole)) return whole;
        if (json.TryGetInt64(out var large)) return large;
        // As exact as it was written, if it can be; 7.0 is as whole as 7.
        if (json.TryGetDecimal(out var exact))
            return exact == decimal.Truncate(exact) ? LiteralValue.Whole(decimal.Truncate(exact).ToString(CultureInfo.InvariantCulture)) : exact;
        return double.IsFinite(json.GetDouble())
            ? json.GetDouble()
            : throw DocumentRefusals.Of($"There is no number as large as {json.GetRawText()}.");
    }
}

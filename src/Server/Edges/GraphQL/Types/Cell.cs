using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>A value of an answered item in the form that its type promises.</summary>
internal static class Cell
{
    public static object? Of(JsonElement value, CellForm form) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        ? null
        : form switch
        {
            CellForm.Text => Text(value),
            CellForm.Whole => Whole(value),
            CellForm.Number => Number(value),
            CellForm.Flag => Flag(value),
            CellForm.Texts => Texts(value),
            _ => value,
        };

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static object Whole(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        return Number(value) is var large && large == Math.Floor(large) && Math.Abs(large) <= int.MaxValue
            ? (int)large
            : throw Unfit("Int", value);
    }

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => throw Unfit("Float", value),
    };

    private static bool Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetDouble() != 0,
        _ => throw Unfit("Boolean", value),
    };

    private static List<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];

    // A value that the type cannot show; no rule of ours is broken, and the caller may read it.
    private static DirectusException Unfit(string type, JsonElement value) =>
        new([new DirectusError(ErrorCodes.ValueOutOfRange, $"{type} cannot represent value: {value.GetRawText()}",
            new Dictionary<string, object?>())]);
}

using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Model;

public static partial class ItemQueryParser
{
    private const double LargestSafe = 9_007_199_254_740_991;

    private static int? Limit(JsonElement value, QueryLimits limits)
    {
        var limit = Number(value, "limit", -1);
        if (limits.Max < 0) return limit;
        if (limit > limits.Max) throw DirectusException.InvalidQuery($"\"limit\" must be less than or equal to {limits.Max}");
        return limit == -1 ? limits.Max : limit;
    }

    private static int Number(JsonElement value, string name, int least)
    {
        // `limit[]=2` is 2, as `limit=2` is.
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1) value = value[0];
        var number = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var given) => given,
            JsonValueKind.String => OfText(value.GetString()!.Trim()),
            _ => double.NaN,
        };
        if (double.IsNaN(number)) throw Refused(name, "must be a number");
        if (Math.Abs(number) > LargestSafe) throw Refused(name, "must be a safe number");
        if (number != Math.Floor(number)) throw Refused(name, "must be an integer");
        if (number < least) throw Refused(name, $"must be greater than or equal to {least}");
        return (int)Math.Min(number, int.MaxValue);
    }

    private static double OfText(string text)
    {
        if (text.Length == 0) return 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static DirectusException Refused(string name, string why) => DirectusException.InvalidQuery($"\"{name}\" {why}");
}

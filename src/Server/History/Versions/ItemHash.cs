using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>The hash by which a version knows the item that it was made of, the same that Directus stores: SHA-1 of the item's
/// values in the form of the `object-hash` package (its README and its answers), so that versions can be taken to and fro.</summary>
internal static class ItemHash
{
    // What that form says of each object of JavaScript: what it inherits from, told once and then referred to.
    private const string FirstPrototype = "string:9:prototype:Undefined,string:9:__proto__:object:3:string:9:prototype:Undefined,"
        + "string:9:__proto__:Null,string:11:constructor:" + Constructor + "object:0:,,string:11:constructor:" + Constructor + Again + ",";

    private const string NextPrototype = "string:9:prototype:Undefined,string:9:__proto__:string:12:[CIRCULAR:1],string:11:constructor:"
        + Constructor + Again + ",";

    private const string Constructor = "fn:string:8:[native]string:20:function-name:Object";
    private const string Again = "string:12:[CIRCULAR:2]";
    private const int InheritedKeys = 3;

    /// <param name="item">The item as it is answered, an object.</param>
    public static string Of(JsonElement item)
    {
        var text = new StringBuilder(512);
        AppendObject(text, item, FirstPrototype);
        return Convert.ToHexStringLower(Digest(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "It tells changes from each other and keeps no secret.")]
    private static byte[] Digest(byte[] bytes) => SHA1.HashData(bytes);

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, value, NextPrototype);
                break;
            case JsonValueKind.Array:
                text.Append(CultureInfo.InvariantCulture, $"array:{value.GetArrayLength()}:");
                foreach (var element in value.EnumerateArray()) Append(text, element);
                break;
            case JsonValueKind.String:
                AppendText(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append("number:").Append(NumberOf(value));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                text.Append(value.ValueKind == JsonValueKind.True ? "bool:true" : "bool:false");
                break;
            default:
                text.Append("Null");
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value, string prototype)
    {
        var properties = value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"object:{properties.Length + InheritedKeys}:").Append(prototype);
        foreach (var property in properties)
        {
            AppendText(text, property.Name);
            text.Append(':');
            Append(text, property.Value);
            text.Append(',');
        }
    }

    private static void AppendText(StringBuilder text, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"string:{value.Length}:").Append(value);

    // As JavaScript spells numbers: without an exponent from 1e-6 up to 1e21.
    private static string NumberOf(JsonElement number)
    {
        var value = number.GetDouble();
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return Math.Abs(value) switch
        {
            0 => "0",
            >= 1e-6 and < 1e21 => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            _ => text.Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e'),
        };
    }
}

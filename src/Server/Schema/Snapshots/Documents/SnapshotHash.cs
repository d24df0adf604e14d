using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>The fingerprint of a model, the same that Directus takes of the same snapshot: SHA-1 over the text in which the
/// public `object-hash` library tells a value. So a diff of either can be applied by the other.</summary>
internal static class SnapshotHash
{
    // That library tells of each object what it inherits: in full of the first one, by reference of all others.
    private const string First = "string:9:prototype:Undefined,string:9:__proto__:object:3:string:9:prototype:Undefined,string:9:__proto__:Null," +
        "string:11:constructor:fn:string:8:[native]string:20:function-name:Objectobject:0:,,string:11:constructor:fn:string:8:[native]" +
        "string:20:function-name:Objectstring:12:[CIRCULAR:2],";

    private const string Others = "string:9:prototype:Undefined,string:9:__proto__:string:12:[CIRCULAR:1],string:11:constructor:" +
        "fn:string:8:[native]string:20:function-name:Objectstring:12:[CIRCULAR:2],";

    /// <summary>40 hexadecimal digits.</summary>
    public static string Of(SnapshotDocument document)
    {
        var text = new StringBuilder(1 << 20);
        Begin(text, 2, First);
        Append(text.Append("string:4:item:"), document);
        text.Append(',');
        Append(text.Append("string:7:version:"), document.Directus);
        text.Append(',');
        return Convert.ToHexStringLower(Sha1(text.ToString()));
    }

    // Its parts in the order of their names.
    private static void Append(StringBuilder text, SnapshotDocument document)
    {
        Begin(text, 7, Others);
        List(text, "string:11:collections:", document.Collections.Values);
        Append(text.Append("string:8:directus:"), document.Directus);
        text.Append(',');
        List(text, "string:6:fields:", document.Fields.Values);
        List(text, "string:9:relations:", document.Relations.Values);
        List(text, "string:12:systemFields:", document.SystemFields?.Values ?? (ICollection<JsonObject>)[]);
        Append(text.Append("string:6:vendor:"), document.Vendor);
        text.Append(",string:7:version:number:").Append(SnapshotDocument.Format).Append(',');
    }

    private static void List(StringBuilder text, string name, ICollection<JsonObject> parts)
    {
        text.Append(name).Append("array:").Append(parts.Count).Append(':');
        foreach (var part in parts) Append(text, part);
        text.Append(',');
    }

    // What is hashed is no secret and nothing relies on nobody finding a second such text.
#pragma warning disable CA5350
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350

    private static void Begin(StringBuilder text, int keys, string inherited) =>
        text.Append("object:").Append(keys + 3).Append(':').Append(inherited);

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null:
                text.Append("Null");
                break;
            case JsonObject parts:
                Begin(text, parts.Count, Others);
                foreach (var (key, part) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
                {
                    Append(text, key);
                    Append(text.Append(':'), part);
                    text.Append(',');
                }

                break;
            case JsonArray list:
                text.Append("array:").Append(list.Count).Append(':');
                foreach (var entry in list) Append(text, entry);
                break;
            default:
                AppendPlain(text, value);
                break;
        }
    }

    private static void AppendPlain(StringBuilder text, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String: Append(text, value.GetValue<string>()); break;
            case JsonValueKind.True: text.Append("bool:true"); break;
            case JsonValueKind.False: text.Append("bool:false"); break;
            default: text.Append("number:").Append(Number(value.ToJsonString())); break;
        }
    }

    private static void Append(StringBuilder text, string value) => text.Append("string:").Append(value.Length).Append(':').Append(value);

    // As JavaScript prints it.
    private static string Number(string json)
    {
        var number = double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
        var plain = number.ToString("R", CultureInfo.InvariantCulture);
        if (!plain.Contains('E')) return plain;
        if (Math.Abs(number) is >= 1e-6 and < 1e21) return ((decimal)number).ToString(CultureInfo.InvariantCulture);
        return plain.Replace("E", "e", StringComparison.Ordinal).Replace("e-0", "e-", StringComparison.Ordinal)
            .Replace("e+0", "e+", StringComparison.Ordinal);
    }
}

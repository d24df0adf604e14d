using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf.Collections;

namespace Directus.Grpc.Server.Edges.Calls.Payloads;

/// <summary>Primary keys as JSON, the form in which the engine takes them.</summary>
internal static class KeyJson
{
    public static JsonElement Of(object key) => key switch
    {
        int number => JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture)),
        long number => JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture)),
        string text => JsonText.String(text),
        _ => JsonText.String(KeyText.Of(key)),
    };

    public static JsonElement[] Of(IReadOnlyList<object> keys)
    {
        var elements = new JsonElement[keys.Count];
        for (var i = 0; i < elements.Length; i++) elements[i] = Of(keys[i]);
        return elements;
    }

    public static JsonElement[] Of(RepeatedField<string> keys)
    {
        var elements = new JsonElement[keys.Count];
        for (var i = 0; i < elements.Length; i++) elements[i] = JsonText.String(keys[i]);
        return elements;
    }
}

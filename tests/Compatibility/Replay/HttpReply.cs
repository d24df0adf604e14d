using System.Text;
using System.Text.Json;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>An answer; header names are in lower case, of a repeated header the last counts.</summary>
internal sealed record HttpReply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <summary>The body, when the answer calls it JSON and it is.</summary>
    public JsonElement? Json()
    {
        if (!Header("content-type").Contains("json", StringComparison.Ordinal)) return null;
        try
        {
            return Step.Parse(Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

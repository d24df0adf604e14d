using System.Text.Json;
using System.Xml;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>Lays out JSON values as indented elements. XmlWriter always puts a space into an empty element, which the
/// reference does not.</summary>
internal sealed class XmlLayout(TextWriter text)
{
    private int _depth;
    private bool _started;

    public void Open(string name)
    {
        NewLine();
        Tag("<", name, ">");
        _depth++;
    }

    public void Close(string name)
    {
        _depth--;
        NewLine();
        Tag("</", name, ">");
    }

    /// <summary>Writes a value; of an array its elements, each under the name.</summary>
    public void Write(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray()) Write(name, element);
                break;
            case JsonValueKind.Object when HasContent(value):
                Open(name);
                foreach (var property in value.EnumerateObject()) Write(NameOf(property.Name), property.Value);
                Close(name);
                break;
            default: Leaf(name, TextOf(value)); break;
        }
    }

    // An object of nothing but empty arrays has no elements inside.
    private static bool HasContent(JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
            if (property.Value.ValueKind != JsonValueKind.Array || HasElement(property.Value)) return true;
        return false;
    }

    private static bool HasElement(JsonElement array)
    {
        foreach (var element in array.EnumerateArray())
            if (element.ValueKind != JsonValueKind.Array || HasElement(element)) return true;
        return false;
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Undefined or JsonValueKind.Object => "",
        _ => value.GetRawText(),
    };

    // Keys of stored JSON may be any text; what no name may hold is written as _xHHHH_.
    private static string NameOf(string key) => key.Length == 0 ? "_" : XmlConvert.EncodeLocalName(key);

    private void Leaf(string name, string value)
    {
        NewLine();
        if (value.Length == 0)
        {
            Tag("<", name, "/>");
            return;
        }

        Tag("<", name, ">");
        Escape(value);
        Tag("</", name, ">");
    }

    private void Tag(string start, string name, string end)
    {
        text.Write(start);
        text.Write(name);
        text.Write(end);
    }

    private void NewLine()
    {
        if (_started) text.Write('\n');
        _started = true;
        for (var i = 0; i < _depth; i++) text.Write("    ");
    }

    private void Escape(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '&') text.Write("&amp;");
            else if (c == '<') text.Write("&lt;");
            else if (c == '>' && i > 1 && value[i - 1] == ']' && value[i - 2] == ']') text.Write("&gt;");
            else if (c == '\r') text.Write("&#xD;");
            else if (XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) text.Write(c);
            else text.Write('\uFFFD');
        }
    }
}

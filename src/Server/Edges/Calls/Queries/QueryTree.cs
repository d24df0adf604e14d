using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls.Queries;

/// <summary>What one key of a query string holds: texts, and the keys nested in it.</summary>
internal sealed class QueryTree
{
    private List<(string Key, QueryTree Tree)>? _children;
    private List<string>? _texts;
    private string? _text;

    /// <summary>The tree under a key; `a[]` is a new one each time.</summary>
    public QueryTree Child(string key)
    {
        _children ??= [];
        if (key.Length > 0)
        {
            foreach (var (known, tree) in _children)
                if (known == key) return tree;
        }

        var child = new QueryTree();
        _children.Add((key, child));
        return child;
    }

    public void Add(string text)
    {
        // After `a[]=1` a plain `a=2` is one more of the same.
        if (_children is not null) Child("").Add(text);
        else if (_text is null) _text = text;
        else (_texts ??= [_text]).Add(text);
    }

    /// <param name="lastWins">Whether of equal names the last one counts, as in forms, where a list is told by brackets.</param>
    public JsonElement ToJson(bool lastWins = false)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, RowJson.WriterOptions);
        WriteObject(json, lastWins);
        json.Flush();
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json, bool lastWins)
    {
        if (_children is null && (_texts is null || lastWins)) json.WriteStringValue(_texts is null ? _text : _texts[^1]);
        else if (_children is null) WriteArray(json, lastWins);
        else if (_text is null && !IsArray) WriteObject(json, lastWins);
        else WriteArray(json, lastWins);
    }

    private void WriteObject(Utf8JsonWriter json, bool lastWins)
    {
        json.WriteStartObject();
        foreach (var (key, tree) in _children ?? [])
        {
            json.WritePropertyName(key);
            tree.Write(json, lastWins);
        }

        json.WriteEndObject();
    }

    private void WriteArray(Utf8JsonWriter json, bool lastWins)
    {
        json.WriteStartArray();
        if (_texts is not null) foreach (var text in _texts) json.WriteStringValue(text);
        else if (_text is not null) json.WriteStringValue(_text);
        if (_children is not null && !IsArray) WriteObject(json, lastWins);
        else foreach (var tree in InOrder()) tree.Write(json, lastWins);
        json.WriteEndArray();
    }

    private bool IsArray
    {
        get
        {
            foreach (var (key, _) in _children!)
                if (key.Length > 0 && Index(key) < 0) return false;
            return true;
        }
    }

    // Numbered places by their numbers, holes closed; the others after them.
    private IEnumerable<QueryTree> InOrder() => _children is null
        ? []
        : _children.OrderBy(child => child.Key.Length == 0 ? int.MaxValue : Index(child.Key)).Select(child => child.Tree);

    private static int Index(string key) =>
        key.Length is > 0 and < 8 && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
}

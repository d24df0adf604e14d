using System.Net;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Queries;

/// <summary>Reads query strings by the rules of the `qs` library, which Directus' clients write for: `a[b]=1` nests, `a[]=1`
/// and repeated keys make arrays, numbers in brackets are places in one, `+` is a blank. Every value is a text.</summary>
internal static class DirectusQueryString
{
    public const int MaxLength = 128 * 1024;
    public const int MaxParameters = 2_000;
    public const int MaxKeyDepth = 32;

    /// <summary>The parameters as a JSON object; undefined when there is none.</summary>
    public static JsonElement Parse(ReadOnlySpan<char> raw)
    {
        raw = raw.TrimStart('?');
        if (raw.IsEmpty) return default;
        if (raw.Length > MaxLength) throw DirectusException.InvalidQuery("The query string is too long");
        return Tree(raw, MaxParameters, MaxKeyDepth).ToJson();
    }

    /// <summary>A form, which is written as query strings are but holds the fields of an item: of equal names the last one counts.</summary>
    public static JsonElement ParseForm(ReadOnlySpan<char> raw, int mostFields, int mostDepth) =>
        Tree(raw, mostFields, mostDepth).ToJson(lastWins: true);

    /// <summary>The value of `access_token`, null when it is absent or empty.</summary>
    public static string? AccessToken(ReadOnlySpan<char> raw) => Value(raw, "access_token=");

    /// <summary>The value of a parameter of calls that take no item query; null when it is absent or empty.</summary>
    /// <param name="raw">The query string.</param>
    /// <param name="name">The parameter with its equals sign.</param>
    public static string? Value(ReadOnlySpan<char> raw, string name)
    {
        raw = raw.TrimStart('?');
        while (!raw.IsEmpty)
        {
            var end = raw.IndexOf('&');
            var part = end < 0 ? raw : raw[..end];
            if (part.StartsWith(name, StringComparison.Ordinal)) return part.Length > name.Length ? Decode(part[name.Length..]) : null;
            raw = end < 0 ? default : raw[(end + 1)..];
        }

        return null;
    }

    private static QueryTree Tree(ReadOnlySpan<char> raw, int most, int depth)
    {
        var root = new QueryTree();
        var parameters = 0;
        foreach (var range in raw.Split('&'))
        {
            var part = raw[range];
            if (part.IsEmpty) continue;
            if (++parameters > most) throw DirectusException.InvalidQuery($"There are more than {most} parameters");
            Add(root, part, depth);
        }

        return root;
    }

    private static void Add(QueryTree root, ReadOnlySpan<char> part, int mostDepth)
    {
        var split = EndOfKey(part);
        var key = Decode(split < 0 ? part : part[..split]);
        if (key.Length == 0) return;
        var value = split < 0 ? "" : Decode(part[(split + 1)..]);
        if (value.Contains('\0') || key.Contains('\0')) throw DirectusException.InvalidQuery("The query string holds the character NUL");
        Place(root, key, mostDepth).Add(value);
    }

    // The first `=` outside of brackets; when a bracket never closes, the first `=` at all.
    private static int EndOfKey(ReadOnlySpan<char> part)
    {
        var depth = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '[' || Is(part[i..], "%5B")) depth++;
            else if ((part[i] == ']' || Is(part[i..], "%5D")) && depth > 0) depth--;
            else if (part[i] == '=' && depth == 0) return AfterBrackets(part, i);
        }

        return part.IndexOf('=');
    }

    // `fields=[]=x` is a value of the name `fields=[]`, which nobody asks for; a list of texts in JSON is a value all the same.
    private static int AfterBrackets(ReadOnlySpan<char> part, int equals)
    {
        var rest = part[(equals + 1)..];
        if (rest.IsEmpty || !(rest[0] == '[' || Is(rest, "%5B"))) return equals;
        var close = rest.IndexOf("]=", StringComparison.Ordinal) + 1;
        if (close == 0 && rest.IndexOf("%5D=", StringComparison.OrdinalIgnoreCase) is >= 0 and var encoded) close = encoded + 3;
        return close > 0 && !rest[..close].Contains('"') ? equals + 1 + close : equals;
    }

    private static bool Is(ReadOnlySpan<char> text, string code) => text[0] == '%' && text.StartsWith(code, StringComparison.OrdinalIgnoreCase);

    // `a[b][c]` → a, b, c. What is no such form is one plain name.
    private static QueryTree Place(QueryTree root, string key, int mostDepth)
    {
        var open = key.IndexOf('[');
        if (open < 0 || key.IndexOf(']', open) < 0) return root.Child(key);
        var place = open == 0 ? root : root.Child(key[..open]);
        var depth = 0;
        while (open >= 0 && open < key.Length && key[open] == '[')
        {
            var close = key.IndexOf(']', open);
            if (close < 0) break;
            if (++depth > mostDepth) throw DirectusException.InvalidQuery("A key of the query string is nested too deeply");
            place = place.Child(key[(open + 1)..close]);
            open = close + 1;
        }

        return place;
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? WebUtility.UrlDecode(text.ToString()) : text.ToString();
}

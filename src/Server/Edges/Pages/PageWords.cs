using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>The texts of the page of a share in a language (words.json).</summary>
/// <param name="Language">The language, as `de`.</param>
/// <param name="Texts">The texts by name.</param>
internal sealed record PageWords(string Language, IReadOnlyDictionary<string, string> Texts)
{
    private const string Usual = "en";

    // Within a page nothing of it may end the element that it is in.
    private static readonly JsonSerializerOptions ForPages = new() { Encoder = JavaScriptEncoder.Default };

    private static readonly Dictionary<string, PageWords> All =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(PageFiles.Text("words.json"))!
            .ToDictionary(entry => entry.Key, entry => new PageWords(entry.Key, entry.Value), StringComparer.OrdinalIgnoreCase);

    public string this[string name] => Texts[name];

    /// <summary>The texts as JSON that may stand in a page.</summary>
    public string Json => JsonSerializer.Serialize(Texts, ForPages);

    /// <summary>Those of the first language that the reader asks for and that there is; else the English ones.</summary>
    public static PageWords For(HttpRequest request)
    {
        if (StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages))
        {
            foreach (var language in languages.OrderByDescending(language => language.Quality ?? 1))
                if (All.TryGetValue(language.Value.ToString().Split('-')[0], out var words)) return words;
        }

        return All[Usual];
    }
}

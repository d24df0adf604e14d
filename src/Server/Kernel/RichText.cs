using Ganss.Xss;
using Markdig;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Texts that people have written with a form → HTML that does nothing but show them: no script, no style, no frame, links to
/// web pages and mail addresses only.</summary>
internal static class RichText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "del", "div", "dl", "dt", "dd", "em", "figcaption", "figure",
            "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span",
            "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
        },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "alt", "title", "colspan", "rowspan", "start" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
    });

    public static string OfHtml(string html) => Sanitizer.Sanitize(html);

    public static string OfMarkdown(string markdown) => Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline));
}

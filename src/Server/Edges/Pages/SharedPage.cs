using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>The page behind the link of a share. It is one file for all shares, filled with what the holder of the link may
/// know before they are let in; the item itself the page reads like every client, with the token of the share.</summary>
internal sealed partial class SharedPage(ShareService shares)
{
    // Nothing but the page's own files, and no script or style in the page itself: what a share's name holds is text.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const int MostText = 1 << 20;

    private static readonly string Page = PageFiles.Text("shared.html");

    public void Map(WebApplication app)
    {
        app.MapGet("/admin/shared/{id}", ServeAsync);
        app.MapPost("/admin/shared/text", RenderAsync);
        foreach (var name in (string[])["shared.css", "shared.js", "item.js", "files.js", "setup.js", "icon.svg"])
            PageFiles.Map(app, $"/admin/{name}", name);
    }

    private async Task ServeAsync(HttpContext http)
    {
        var known = Guid.TryParse(http.Request.RouteValues["id"] as string, out var id);
        var (share, state) = known ? await shares.LookAsync(id, http.RequestAborted) : (null, ShareState.Unknown);
        http.Response.StatusCode = state == ShareState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        http.Response.Headers.Vary = "Accept-Language";
        await PageFiles.WritePageAsync(http, Fill(share, state, PageWords.For(http.Request)), Policy);
    }

    /// <summary>Makes HTML or Markdown of an item harmless: `{"html"}` or `{"markdown"}` becomes `{"html"}`. A browser can't do so
    /// by itself.</summary>
    private static async Task RenderAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not { } length || length > MostText)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            var markdown = Text(body.RootElement, "markdown");
            var html = markdown is null ? RichText.OfHtml(Text(body.RootElement, "html") ?? "") : RichText.OfMarkdown(markdown);
            await http.Response.WriteAsJsonAsync(new { html }, http.RequestAborted);
        }
        catch (JsonException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static string Fill(LinkedShare? share, ShareState state, PageWords words)
    {
        // Before a share begins and after it ends, where it leads is nobody's business; who used it up may still be in.
        var leads = state is ShareState.Open or ShareState.UsedUp;
        var values = new Dictionary<string, string>
        {
            ["id"] = share?.Id.ToString() ?? "",
            ["name"] = Encoded(share?.Name is { Length: > 0 } name ? name : words["sharedItem"]),
            ["named"] = share?.Name is { Length: > 0 } ? "true" : "false",
            ["state"] = NameOf(state),
            ["collection"] = Encoded(leads ? share!.Collection : ""),
            ["item"] = Encoded(leads ? share!.Item : ""),
            ["password"] = share is { HasPassword: true } ? "true" : "false",
            ["limited"] = share?.MaxUses is null ? "false" : "true",
            ["validity"] = Validity(share, state, words),
            ["tone"] = state == ShareState.Open ? "" : "bad",
            ["message"] = Encoded(Message(state, words)),
            ["language"] = words.Language,
            ["words"] = words.Json,
        };
        return Placeholder().Replace(Page, match => match.Groups["word"].Success
            ? Encoded(words[match.Groups["word"].Value])
            : values[match.Groups["name"].Value]);
    }

    private static string NameOf(ShareState state) => state switch
    {
        ShareState.Open => "open",
        ShareState.UsedUp => "used-up",
        ShareState.Expired => "expired",
        ShareState.NotStarted => "not-started",
        _ => "unknown",
    };

    private static string Message(ShareState state, PageWords words) => state switch
    {
        ShareState.Open => "",
        ShareState.NotStarted => words["notStarted"],
        ShareState.Expired => words["expired"],
        ShareState.UsedUp => words["usedUp"],
        _ => words["unknown"],
    };

    private static string Validity(LinkedShare? share, ShareState state, PageWords words)
    {
        if (share is null) return "";
        var parts = new List<string>();
        if (share.Start is { } start && state == ShareState.NotStarted) parts.Add($"{Encoded(words["from"])} {Time(start)}");
        if (share.End is { } end) parts.Add($"{Encoded(words[state == ShareState.Expired ? "until" : "availableUntil"])} {Time(end)}");
        if (share.MaxUses is { } most && state == ShareState.Open) parts.Add(Uses(most - share.TimesUsed, most, words));
        return string.Join(" · ", parts);
    }

    // The page's script counts it down when the share was opened.
    private static string Uses(int left, int most, PageWords words) => string.Create(CultureInfo.InvariantCulture,
        $"<span id=\"uses\" data-left=\"{left}\" data-most=\"{most}\">") + Encoded(words["usesLeft"])
            .Replace("{left}", left.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{most}", most.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "</span>";

    // The page's script puts it into the reader's own time.
    private static string Time(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture,
        $"<time datetime=\"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\">{moment.UtcDateTime:d MMMM yyyy HH:mm} UTC</time>");

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex(@"\{\{(?:words\.(?<word>[a-zA-Z]+)|(?<name>[a-z]+))\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Auth;

namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>The page behind the link of a share. It is one file for all shares, filled with what the holder of the link may
/// know before they are let in; the item itself the page reads like every client, with the token of the share.</summary>
internal sealed partial class SharedPage(ShareService shares)
{
    // Nothing but the page's own files, and no script or style in the page itself: what a share's name holds is text.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src blob:; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string Page = Encoding.UTF8.GetString(File("shared.html"));

    public void Map(WebApplication app)
    {
        app.MapGet("/admin/shared/{id}", ServeAsync);
        MapFile(app, "shared.css", "text/css; charset=utf-8");
        MapFile(app, "shared.js", "text/javascript; charset=utf-8");
    }

    private async Task ServeAsync(HttpContext http)
    {
        var known = Guid.TryParse(http.Request.RouteValues["id"] as string, out var id);
        var (share, state) = known ? await shares.LookAsync(id, http.RequestAborted) : (null, ShareState.Unknown);
        var body = Encoding.UTF8.GetBytes(Fill(share, state));
        http.Response.StatusCode = state == ShareState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        await WriteAsync(http, body, "text/html; charset=utf-8");
    }

    private static string Fill(LinkedShare? share, ShareState state)
    {
        var values = new Dictionary<string, string>
        {
            ["id"] = share?.Id.ToString() ?? "",
            ["name"] = Encoded(share?.Name is { Length: > 0 } name ? name : "Shared item"),
            ["state"] = NameOf(state),
            // Before a share begins and after it ends, where it leads is nobody's business; who used it up may still be in.
            ["collection"] = Encoded(state is ShareState.Open or ShareState.UsedUp ? share!.Collection : ""),
            ["item"] = Encoded(state is ShareState.Open or ShareState.UsedUp ? share!.Item : ""),
            ["password"] = share is { HasPassword: true } ? "true" : "false",
            ["limited"] = share?.MaxUses is null ? "false" : "true",
            ["validity"] = Validity(share, state),
            ["tone"] = state == ShareState.Open ? "" : "bad",
            ["message"] = Message(state),
        };
        return Placeholder().Replace(Page, match => values[match.Groups["name"].Value]);
    }

    private static string NameOf(ShareState state) => state switch
    {
        ShareState.Open => "open",
        ShareState.UsedUp => "used-up",
        ShareState.Expired => "expired",
        ShareState.NotStarted => "not-started",
        _ => "unknown",
    };

    private static string Message(ShareState state) => state switch
    {
        ShareState.Open => "",
        ShareState.NotStarted => "This link cannot be used yet.",
        ShareState.Expired => "This link has expired.",
        ShareState.UsedUp => "This link has been used as often as it may.",
        _ => "There is nothing behind this link. It may have been taken back.",
    };

    private static string Validity(LinkedShare? share, ShareState state)
    {
        if (share is null) return "";
        var parts = new List<string>();
        if (share.Start is { } start && state == ShareState.NotStarted) parts.Add($"From {Time(start)}");
        if (share.End is { } end) parts.Add($"{(state == ShareState.Expired ? "Until" : "Available until")} {Time(end)}");
        if (share.MaxUses is { } most && state == ShareState.Open) parts.Add($"{most - share.TimesUsed} of {most} uses left");
        return string.Join(" · ", parts);
    }

    // The page's script puts it into the reader's own time.
    private static string Time(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture,
        $"<time datetime=\"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\">{moment.UtcDateTime:d MMMM yyyy HH:mm} UTC</time>");

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    private static void MapFile(WebApplication app, string name, string type)
    {
        var content = File(name);
        app.MapGet($"/admin/{name}",
        http =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return WriteAsync(http, content, type);
        });
    }

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> content, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(content, http.RequestAborted);
    }

    private static byte[] File(string name)
    {
        using var stream = typeof(SharedPage).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

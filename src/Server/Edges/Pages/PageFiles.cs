using System.Text;

namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>The files of the server's own pages, which are embedded, and how they go out.</summary>
internal static class PageFiles
{
    public const string Html = "text/html; charset=utf-8";

    public static string Text(string name) => Encoding.UTF8.GetString(Content(name));

    /// <summary>Serves a file at an address of its own.</summary>
    public static void Map(WebApplication app, string path, string name)
    {
        var (content, type) = (Content(name), Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        });
        app.MapGet(path, http =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return WriteAsync(http, content, type);
        });
    }

    /// <summary>Serves a page that is nobody else's to keep, to frame or to look into.</summary>
    public static Task WritePageAsync(HttpContext http, string page, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        return WriteAsync(http, Encoding.UTF8.GetBytes(page), Html);
    }

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> content, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(content, http.RequestAborted);
    }

    private static byte[] Content(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

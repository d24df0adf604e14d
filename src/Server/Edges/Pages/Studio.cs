using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>Serves Directus' app at `/admin` where STUDIO_ROOT names a folder with one. Its files go out as they are, but for the
/// address that its page is relative to.</summary>
internal sealed partial class Studio(IOptions<StudioOptions> options, HttpOptions http)
{
    private const string Assets = "assets/";

    private static readonly FileExtensionContentTypeProvider Types = new();

    // The page asks for everything relative to its base, however deep the address is by which it was opened.
    private readonly string _base = $"<base href=\"{HtmlEncoder.Default.Encode(RootPath(http.PublicUrl))}admin/\">";

    public bool IsThere => options.Value.Root.Length > 0;

    public void Map(WebApplication app)
    {
        if (!IsThere) return;
        var root = Path.GetFullPath(options.Value.Root);
        var files = new PhysicalFileProvider(root);
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.MapGet("/admin/{**path}", call => ServeAsync(call, files, Path.Combine(root, "index.html")));
    }

    private Task ServeAsync(HttpContext call, PhysicalFileProvider files, string page)
    {
        var path = call.Request.RouteValues["path"] as string ?? "";
        call.Response.Headers.ContentSecurityPolicy = options.Value.ContentSecurityPolicy;
        var file = files.GetFileInfo(path);
        if (file is { Exists: true, IsDirectory: false } && path != "index.html") return WriteFileAsync(call, path, file);
        // A page in place of a script that an update took away would be an error that nobody understands.
        if (path.StartsWith(Assets, StringComparison.Ordinal)) throw DirectusException.RouteNotFound(call.Request.Path);
        return WritePageAsync(call, page);
    }

    private async Task WritePageAsync(HttpContext call, string file)
    {
        var page = Base().Replace(await File.ReadAllTextAsync(file, call.RequestAborted), _base);
        call.Response.Headers.CacheControl = "no-cache";
        // Logins of providers may open windows of their own.
        call.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
        call.Response.Headers["X-Robots-Tag"] = "noindex";
        await TypedResults.Text(page, PageFiles.Html).ExecuteAsync(call);
    }

    // Assets have a hash of their content in their names.
    private static Task WriteFileAsync(HttpContext call, string path, IFileInfo file)
    {
        var hashed = path.StartsWith(Assets, StringComparison.Ordinal);
        call.Response.Headers.CacheControl = hashed ? "public, max-age=31536000, immutable" : "no-cache";
        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return TypedResults.PhysicalFile(file.PhysicalPath!, type, lastModified: file.LastModified).ExecuteAsync(call);
    }

    private static string RootPath(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsolutePath.TrimEnd('/') + "/" : "/";

    [GeneratedRegex("<base\\b[^>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Base();
}

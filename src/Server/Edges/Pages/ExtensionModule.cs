using System.Text;

namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>The module by which Directus' app loads extensions: there are none of any kind.</summary>
internal static class ExtensionModule
{
    private static readonly string[] Kinds = ["displays", "interfaces", "layouts", "modules", "operations", "panels", "themes"];

    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Kinds.Select(kind => $"export const {kind} = [];\n")));

    public static void Map(WebApplication app) => app.MapGet("/extensions/sources/index.js", async http =>
    {
        http.Response.ContentType = "application/javascript; charset=UTF-8";
        http.Response.ContentLength = Text.Length;
        http.Response.Headers.CacheControl = "no-cache";
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(Text, http.RequestAborted);
    });
}

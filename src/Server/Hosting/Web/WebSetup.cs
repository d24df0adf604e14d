using System.Text;
using Directus.Grpc.Server.Edges.Pages;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Web;

/// <summary>Headers that every answer has where settings ask for them, and the two addresses that no contract has.</summary>
internal static class WebSetup
{
    public static void AddWeb(this IServiceCollection services) => services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section);

    /// <summary>Before all that answers: what has a policy of its own, as assets and pages have, puts it in place of this one.</summary>
    public static void UseBrowserHeaders(this WebApplication app)
    {
        var options = Options(app);
        if (options.Hsts) UseHeader(app, "Strict-Transport-Security", options.StrictTransportSecurity);
        if (options.ContentSecurityPolicy is { Length: > 0 } policy)
            UseHeader(app, $"Content-Security-Policy{(options.ContentSecurityPolicyReportOnly ? "-Report-Only" : "")}", policy);
    }

    public static void MapWeb(this WebApplication app)
    {
        var options = Options(app);
        app.MapGet("/robots.txt", http => WriteAsync(http, options.RobotsTxt));
        if (options.RootRedirect.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            app.Services.GetRequiredService<HomePage>().Map(app);
            return;
        }

        app.MapGet("/", http =>
        {
            http.Response.Redirect(options.RootRedirect);
            return Task.CompletedTask;
        });
    }

    private static WebOptions Options(WebApplication app) => app.Services.GetRequiredService<IOptions<WebOptions>>().Value;

    private static void UseHeader(WebApplication app, string name, string value) => app.Use((http, next) =>
    {
        http.Response.Headers[name] = value;
        return next(http);
    });

    private static async Task WriteAsync(HttpContext http, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(content, http.RequestAborted);
    }
}

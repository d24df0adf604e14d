using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.Pages;

/// <summary>The first page: whose project it is, whether all is well, and where everything is. It tells nobody what is in the project,
/// nor which version serves it.</summary>
internal sealed partial class HomePage(
    ProjectInfo project, ServerHealth health, SchemaStore schema, IOpenApiSpecification openApi, GrpcDoor grpc, Studio studio)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; " +
        "frame-ancestors 'none'";

    private static readonly string Page = PageFiles.Text("home.html");

    public void Map(WebApplication app)
    {
        app.MapGet("/", ServeAsync);
        foreach (var name in (string[])["home.css", "home.js"]) PageFiles.Map(app, $"/admin/{name}", name);
    }

    // A client that asks for no page asks for a route that there is not.
    private async Task ServeAsync(HttpContext http)
    {
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            throw DirectusException.RouteNotFound("/");
        var status = health.Enabled ? (await health.CheckAsync(http.RequestAborted)).Status : HealthMeasure.Ok;
        http.Response.Headers.Vary = "Accept";
        await PageFiles.WritePageAsync(http, await FillAsync(http.Request, status), Policy);
    }

    private async Task<string> FillAsync(HttpRequest request, string status)
    {
        using var info = await project.ReadAsync(request.HttpContext.RequestAborted);
        var settings = JsonElement.Parse(info.Written.Span);
        var values = new Dictionary<string, string>
        {
            ["project"] = Encoded(Text(settings, "project_name") ?? "Directus"),
            ["descriptor"] = Encoded(Text(settings, "project_descriptor") ?? ""),
            ["color"] = Encoded(Text(settings, "project_color") ?? ""),
            ["status"] = status == HealthMeasure.Ok ? "All is well" : status == HealthMeasure.Warn ? "Something is slow" : "Something does not work",
            ["tone"] = status == HealthMeasure.Ok ? "" : "bad",
            ["studio"] = studio.IsThere ? "" : " hidden",
            ["explorer"] = openApi.Enabled ? "" : " hidden",
            ["health"] = health.Enabled ? "" : " hidden",
            ["grpc"] = Encoded(GrpcCommand(request)),
            ["contracts"] = grpc.TellsContracts ? "" : " hidden",
            ["fresh"] = schema.Current.Collections.Any(collection => !collection.IsSystem) ? " hidden" : "",
            ["address"] = Encoded($"{request.Scheme}://{request.Host}{request.PathBase}"),
        };
        return Placeholder().Replace(Page, match => values[match.Groups["name"].Value]);
    }

    private string GrpcCommand(HttpRequest request)
    {
        var address = grpc.Port is { } port ? $"{request.Host.Host}:{port}" : request.Host.Value;
        return $"grpcurl {(grpc.Port is null ? "" : "-plaintext ")}{address} list";
    }

    private static string? Text(JsonElement settings, string name) =>
        settings.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

using System.Net;
using System.Text.Json;
using Directus.Grpc.Bench.Model;

namespace Directus.Grpc.Bench.Bare;

/// <summary>What the server is measured against: the same answers from minimal-API endpoints with SQL written by hand. No
/// tokens, permissions, schema or history: the least that could be done.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        await using var source = Postgres.Open(options.Database, poolSize: 32);
        var (items, articles) = (new BareItems(source), new BareArticles(source));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        var app = builder.Build();
        app.MapGet("/server/ping", () => "pong");
        app.MapGet($"/items/{FlatItems.Name}/{{id:int}}", (int id, HttpContext http) => GetAsync(http, items, id));
        app.MapGet($"/items/{FlatItems.Name}", (int? limit, HttpContext http) => AnswerAsync(http, (writer, cancellation) =>
            limit is { } count ? items.ListAsync(writer, count, cancellation) : items.GroupAsync(writer, cancellation)));
        app.MapPost($"/items/{FlatItems.Name}", (HttpContext http) => AnswerAsync(http, (writer, body, cancellation) =>
            body.ValueKind == JsonValueKind.Array
                ? items.CreateManyAsync(writer, body, cancellation)
                : items.CreateAsync(writer, body, cancellation)));
        app.MapPatch($"/items/{FlatItems.Name}/{{id:int}}", (int id, HttpContext http) => AnswerAsync(http, (writer, body, cancellation) =>
            items.ChangeAsync(writer, id, body, cancellation)));
        app.MapGet($"/items/{Library.Articles}", (int limit, string? deep, HttpContext http) => AnswerAsync(http, (writer, cancellation) =>
            deep is null ? articles.FilteredAsync(writer, cancellation) : articles.NestedAsync(writer, limit, cancellation)));
        await app.RunAsync();
        return 0;
    }

    private static async Task GetAsync(HttpContext http, BareItems items, int id)
    {
        using var writer = BareJson.Start(http);
        if (!await items.GetAsync(writer, id, http.RequestAborted))
        {
            writer.Reset();
            http.Response.StatusCode = 403;
            return;
        }

        await FinishAsync(http, writer);
    }

    private static async Task AnswerAsync(HttpContext http, Func<Utf8JsonWriter, JsonElement, CancellationToken, Task> work)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        await AnswerAsync(http, (writer, cancellation) => work(writer, body.RootElement, cancellation));
    }

    private static async Task AnswerAsync(HttpContext http, Func<Utf8JsonWriter, CancellationToken, Task> work)
    {
        using var writer = BareJson.Start(http);
        await work(writer, http.RequestAborted);
        await FinishAsync(http, writer);
    }

    private static async Task FinishAsync(HttpContext http, Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.Flush();
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}

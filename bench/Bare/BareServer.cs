using System.Net;
using System.Text.Json;

namespace Directus.Grpc.Bench.Bare;

/// <summary>What the server is measured against: the same answers from minimal-API endpoints with SQL written by hand. No
/// tokens, permissions, schema or history: the least that could be done.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        await using var store = new BareStore(options.Database);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        var app = builder.Build();
        app.MapGet("/server/ping", () => "pong");
        app.MapGet($"/items/{BenchTable.Name}/{{id:int}}", (int id, HttpContext http) => GetAsync(http, store, id));
        app.MapGet($"/items/{BenchTable.Name}", (int limit, HttpContext http) => ListAsync(http, store, limit));
        app.MapPost($"/items/{BenchTable.Name}", (HttpContext http) => CreateAsync(http, store));
        await app.RunAsync();
        return 0;
    }

    private static async Task GetAsync(HttpContext http, BareStore store, int id)
    {
        using var writer = BareJson.Start(http);
        if (!await store.GetAsync(writer, id, http.RequestAborted))
        {
            writer.Reset();
            http.Response.StatusCode = 403;
            return;
        }
        await FinishAsync(http, writer);
    }

    private static async Task ListAsync(HttpContext http, BareStore store, int limit)
    {
        using var writer = BareJson.Start(http);
        await store.ListAsync(writer, limit, http.RequestAborted);
        await FinishAsync(http, writer);
    }

    private static async Task CreateAsync(HttpContext http, BareStore store)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        using var writer = BareJson.Start(http);
        await store.CreateAsync(writer, body.RootElement, http.RequestAborted);
        await FinishAsync(http, writer);
    }

    private static async Task FinishAsync(HttpContext http, Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.Flush();
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}

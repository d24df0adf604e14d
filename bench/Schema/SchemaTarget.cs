using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Bench.Schema;

/// <summary>A server whose model is brought from nothing to a large one and back.</summary>
internal sealed class SchemaTarget : IDisposable
{
    private readonly HttpClient http;

    public SchemaTarget(string url, string token)
    {
        http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<SchemaTimes> MeasureAsync(int collections, int fields)
    {
        var empty = (await http.GetFromJsonAsync<JsonObject>("/schema/snapshot"))!["data"]!;
        if (((JsonArray)empty["collections"]!).Count > 0)
            throw new InvalidOperationException("The project has collections already; name one that is empty.");
        var made = await DiffAsync(LargeModel.Make((JsonObject)empty.DeepClone(), collections, fields));
        var apply = await TimeAsync(() => SendAsync("/schema/apply", made));

        var model = new JsonObject();
        var snapshot = await TimeAsync(async () =>
            model = (JsonObject)(await http.GetFromJsonAsync<JsonObject>("/schema/snapshot"))!["data"]!.DeepClone());
        // One field differs, so that the comparison has something to tell.
        model["fields"]![0]!["meta"]!["note"] = "changed";
        var diff = await TimeAsync(() => DiffAsync(model));

        await SendAsync("/schema/apply", await DiffAsync(empty));
        return new SchemaTimes(snapshot, diff, apply);
    }

    public void Dispose() => http.Dispose();

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private async Task<JsonNode> DiffAsync(JsonNode model)
    {
        using var reply = await SendAsync("/schema/diff", model);
        return (await reply.Content.ReadFromJsonAsync<JsonObject>())!["data"]!;
    }

    // As a file: Directus refuses bodies of that size.
    private async Task<HttpResponseMessage> SendAsync(string path, JsonNode body)
    {
        using var file = new StringContent(body.ToJsonString());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var form = new MultipartFormDataContent { { file, "file", "model.json" } };
        var reply = await http.PostAsync(path, form);
        if (reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent) return reply;
        throw new InvalidOperationException($"{path}: {reply.StatusCode}: {await reply.Content.ReadAsStringAsync()}");
    }
}

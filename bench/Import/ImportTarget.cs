using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Directus.Grpc.Bench.Import;

/// <summary>A server into which a file is brought.</summary>
internal sealed class ImportTarget : IDisposable
{
    private const string Collection = "bench_imported";

    private static readonly (string Name, string Type)[] Columns =
    [
        ("code", "string"), ("title", "string"), ("body", "text"), ("count", "integer"), ("rank", "integer"), ("price", "float"), ("open", "boolean"),
        ("day", "timestamp"), ("note", "string"),
    ];

    private readonly HttpClient http;

    public ImportTarget(string url, string token)
    {
        http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Rows a second.</summary>
    public async Task<double> MeasureAsync(int rows)
    {
        using (await http.DeleteAsync($"/collections/{Collection}"))
        {
            // There is none the first time.
        }

        object key = new { field = "id", type = "integer", meta = new { }, schema = new { is_primary_key = true, has_auto_increment = true } };
        var fields = Columns.Select(column => (object)new { field = column.Name, type = column.Type, meta = new { }, schema = new { } }).Prepend(key);
        using (var made = await http.PostAsJsonAsync("/collections", new { collection = Collection, schema = new { }, meta = new { }, fields }))
            made.EnsureSuccessStatusCode();
        var path = Path.Combine(Path.GetTempPath(), $"directus-bench-{Guid.NewGuid():N}.csv");
        try
        {
            await WriteAsync(path, rows);
            var started = Stopwatch.GetTimestamp();
            await SendAsync(path);
            return rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task WriteAsync(string path, int rows)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(string.Join(',', Columns.Select(column => column.Name)));
        for (var i = 1; i <= rows; i++)
        {
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"code {i},\"title, {i}\",some longer text about {i},{i},{i % 7},{i / 3.0:F3},{(i % 2 == 0 ? "true" : "false")},2026-01-01T10:00:00Z,note {i}"));
        }
    }

    private async Task SendAsync(string path)
    {
        await using var file = File.OpenRead(path);
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { content, "file", "rows.csv" } };
        using var reply = await http.PostAsync($"/utils/import/{Collection}", form);
        if (!reply.IsSuccessStatusCode) throw new InvalidOperationException(await reply.Content.ReadAsStringAsync());
    }
}

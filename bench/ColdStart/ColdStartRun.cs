using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Directus.Grpc.Bench.Load;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.ColdStart;

/// <summary>Starts the server on an existing SQLite database again and again; the time ends with the first answers.</summary>
internal static class ColdStartRun
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        if (options.Server is not { } file) return BenchOptions.PrintUsage();

        var folder = Directory.CreateTempSubdirectory("directus-cold-");
        var database = Path.Combine(folder.FullName, "data.db");
        await StartAsync(file, database); // Makes the database.

        var starts = new List<(double Ping, double Read)>();
        for (var i = 0; i < options.Starts; i++) starts.Add(await StartAsync(file, database));
        folder.Delete(recursive: true);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | first answer to | median, ms | fastest, ms | slowest, ms |
            |---|---:|---:|---:|
            | {Row("GET /server/ping", starts.Select(start => start.Ping))} |
            | {Row("GET /users, with a token", starts.Select(start => start.Read))} |
            """));
        return 0;
    }

    private static async Task<(double Ping, double Read)> StartAsync(string file, string database)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = OurServer.OnSqlite(file, database);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OurServer.Token);
        await server.UntilAnsweredAsync(http, "/server/ping", Pause);
        var ping = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        using var reply = await http.GetAsync($"{server.Url}/users?limit=1");
        reply.EnsureSuccessStatusCode();
        return (ping, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static string Row(string name, IEnumerable<double> times)
    {
        var all = times.ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{name} | {Sample.Middle(all):F0} | {all.Min():F0} | {all.Max():F0}");
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Bench.Load;
using Directus.Grpc.Bench.Model;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Auth;

/// <summary>What it costs who reads: a user and the receiver of a share ask for the same item. And logins, beside the hashing
/// that they cannot do without.</summary>
internal static class AuthRun
{
    private const string Email = "bench-reader@example.com";

    private const string Password = "bench-reader-password";

    private const string UserToken = "bench-reader-token";

    private static readonly Scenario Read = new("read", $"/items/{Library.Articles}/1?fields=id,title,author.name");

    private static readonly Scenario Login = new("login", "/auth/login")
    {
        Method = "POST",
        Body = JsonSerializer.Serialize(new { email = Email, password = Password }),
    };

    public static async Task<int> RunAsync(BenchOptions options)
    {
        if (options.Server is not { } file) return BenchOptions.PrintUsage();
        await using var stage = await Stage.StartAsync(file, options.Rows);
        using var admin = new AdminCalls(stage.Server.Url);
        var share = await PrepareAsync(admin);
        Target[] readers = [new("user", stage.Server.Url, UserToken, stage.Server), new("share", stage.Server.Url, share, stage.Server)];
        var reads = readers.ToDictionary(reader => reader, _ => new List<Sample>());
        var (logins, hashes) = (new List<Sample>(), new List<double>());
        foreach (var reader in readers) await Wrk.RunAsync(reader, Read, options.Connections, options.WarmUp); // Counts for nothing.
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var reader in readers) reads[reader].Add(await Wrk.RunAsync(reader, Read, options.Connections, options.Seconds));
            logins.Add(await Wrk.RunAsync(new("server", stage.Server.Url, null, stage.Server), Login, options.Connections, options.Seconds));
            hashes.Add(await Argon2.PerSecondAsync(Password, options.Seconds));
            Console.Error.WriteLine($"round {round} of {options.Rounds}");
        }

        Console.WriteLine(Table(Sample.Median(reads[readers[0]]), Sample.Median(reads[readers[1]]), Sample.Median(logins), Sample.Middle(hashes)));
        return 0;
    }

    // A user who may read what is measured, and who shares the item with that role.
    private static async Task<string> PrepareAsync(AdminCalls admin)
    {
        var role = await admin.CreateAsync("/roles", new { name = "bench readers" });
        string[] collections = [Library.Articles, Library.Authors, Library.Comments, Library.Tags, Library.ArticleTags];
        var rights = collections.SelectMany(collection =>
            (string[])["read", "share"], (collection, action) => new { collection, action, fields = (string[])["*"], permissions = new { } });
        var policy = await admin.CreateAsync("/policies", new { name = "bench readers", permissions = rights });
        await admin.CreateAsync("/access", new { role, policy });
        await admin.CreateAsync("/users", new { email = Email, password = Password, token = UserToken, role });
        var share = await admin.CreateAsync("/shares", new { collection = Library.Articles, item = "1", role });
        var tokens = await admin.PostAsync("/shares/auth", new { share });
        return tokens.GetProperty("access_token").GetString()!;
    }

    private static string Table(Sample user, Sample share, Sample login, double hashes)
    {
        var text = new StringBuilder();
        text.AppendLine("| one item with its author, read by | requests/s | ratio to the user | CPU, µs/request |")
            .AppendLine("|---|---:|---:|---:|");
        foreach (var (name, sample) in ((string, Sample)[])[("a user", user), ("the receiver of a share", share)])
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {sample.PerSecond:F0} | {sample.PerSecond / user.PerSecond:F3} | {sample.ProcessorMicros:F0} |");
        text.AppendLine().AppendLine("| | per second | ratio to hashing |").AppendLine("|---|---:|---:|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| argon2id alone, on {Environment.ProcessorCount} cores | {hashes:F1} | 1.000 |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| logins | {login.PerSecond:F1} | {login.PerSecond / hashes:F3} |");
        return text.ToString();
    }
}

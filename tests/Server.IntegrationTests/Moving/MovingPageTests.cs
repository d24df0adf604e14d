using System.Globalization;
using System.Text.RegularExpressions;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Moving;

/// <summary>The commands of docs/moving.md, one after the other, beside a server that stands for the old one.</summary>
public sealed partial class MovingPageTests
{
    [Theory, EachDatabase]
    public async Task The_page_leads_there_and_back(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await using var old = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(old);
        var notes = await app.CreateCollectionAsync("title");
        var settings = TestServer.Settings(new BorrowedDatabase(old.Database), folder);
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, ".env"), settings.Select(setting => $"{setting.Key}={setting.Value}"));
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "reads.log"), [$"/items/{notes}?sort=id", "/users/me"]);
        var (start, others) = Split(Commands(settings, old, app.Admin.Token!));

        foreach (var command in others.Where(command => command.Arguments[0] != "compare")) await SucceedsAsync(command, settings, folder);
        foreach (var (name, value) in start.Environment) settings[name] = value;
        await using (var process = ServerProcess.Start(settings, folder))
        {
            var here = new Uri($"http://127.0.0.1:{settings["PORT"]}");
            await process.AnswersAsync(here);
            using var http = new HttpClient { BaseAddress = here };
            http.DefaultRequestHeaders.Authorization = new("Bearer", app.Admin.Token);
            await Eventually.TrueAsync(async () => (await http.GetAsync($"/items/{notes}")).IsSuccessStatusCode, "it has heard of the collection");
            await SucceedsAsync(others.Single(command => command.Arguments[0] == "compare"), [], folder);
            using var item = new StringContent("""{"title":"written here"}""", null, "application/json");
            await (await http.PostAsync($"/items/{notes}", item)).DataAsync();
            Assert.True((await http.GetAsync("/a/route/of/an/extension")).Headers.Contains("X-Directus-Grpc-Fallback"));
            Assert.Equal(0, await process.StopAsync());
        }

        await (await app.Admin.GetAsync($"/items/{notes}?fields=title")).ShouldBeDataAsync("""[{"title":"written here"}]""");
        folder.Delete(recursive: true);
    }

    // Ports and the token of the page are those of this machine.
    private static IEnumerable<PageCommand> Commands(Dictionary<string, string> settings, TestServer old, string token)
    {
        var page = File.ReadAllText(Path.Combine(BuildPaths.RepositoryRoot, "docs", "moving.md"));
        foreach (var line in Blocks().Matches(page).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var words = line.Replace("8054", old.Url.Port.ToString(CultureInfo.InvariantCulture)).Replace("8055", settings["PORT"])
                .Replace("8056", settings["GRPC_PORT"]).Replace("TOKEN", token).Split(' ').ToList();
            var at = words.IndexOf("directus-grpc");
            Assert.True(at >= 0, line);
            yield return new(words[..at].ToDictionary(word => word.Split('=')[0], word => word.Split('=', 2)[1]), [.. words[(at + 1)..]]);
        }
    }

    private static (PageCommand Start, PageCommand[] Others) Split(IEnumerable<PageCommand> commands)
    {
        var all = commands.ToArray();
        Assert.Equal(["check-env", "doctor", "compare"], all.Where(command => command.Arguments.Length > 0).Select(command => command.Arguments[0]));
        return (all.Single(command => command.Arguments.Length == 0), [.. all.Where(command => command.Arguments.Length > 0)]);
    }

    private static async Task SucceedsAsync(PageCommand command, Dictionary<string, string> settings, DirectoryInfo folder)
    {
        var (exitCode, said) = await Command.RunAsync("dotnet", [BuildPaths.ServerAssembly, .. command.Arguments], settings, folder.FullName);
        Assert.True(exitCode == 0, said);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    private sealed record PageCommand(Dictionary<string, string> Environment, string[] Arguments);
}

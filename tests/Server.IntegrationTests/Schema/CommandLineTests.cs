using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

public sealed class CommandLineTests
{
    [Theory, EachDatabase]
    public async Task A_model_moves_by_files_without_a_server(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        try
        {
            await using var empty = await database.CreateAsync(folder);
            var model = Path.Combine(folder.FullName, "model.yaml");
            Assert.Equal((0, ""), await RunAsync(empty, folder, "snapshot", model));
            await File.WriteAllTextAsync(model, (await File.ReadAllTextAsync(model))
                .Replace("collections: []", "collections:\n  - collection: books\n    meta: {note: read}\n    schema: {name: books}",
                    StringComparison.Ordinal)
                .Replace("\nfields: []",
                    "\nfields:\n  - {collection: books, field: id, type: uuid, meta: {special: [uuid]}, schema: {is_primary_key: true, is_nullable: false}}", StringComparison.Ordinal));

            var (differs, plan) = await RunAsync(empty, folder, "diff", model, "--output", Path.Combine(folder.FullName, "diff.json"));
            Assert.Equal(3, differs);
            Assert.Contains("create collection  books", plan, StringComparison.Ordinal);
            Assert.Equal(3, (await RunAsync(empty, folder, "apply", model, "--dry-run")).ExitCode);
            Assert.Equal(0, (await RunAsync(empty, folder, "apply", model)).ExitCode);
            Assert.Equal(0, (await RunAsync(empty, folder, "diff", model)).ExitCode);
            Assert.Contains("\"collection\": \"books\"", (await RunAsync(empty, folder, "snapshot")).Output, StringComparison.Ordinal);

            // Made for an empty database, which it is no longer.
            var (stale, reason) = await RunAsync(empty, folder, "apply", Path.Combine(folder.FullName, "diff.json"));
            Assert.Equal(1, stale);
            Assert.Contains("already exists", reason, StringComparison.Ordinal);
            Assert.Equal(2, (await RunAsync(empty, folder, "apply")).ExitCode);
            Assert.Equal(2, (await RunAsync(empty, folder, "diff", model, "--mode", "none")).ExitCode);
            Assert.Equal(1, (await RunAsync(empty, folder, "diff", "nowhere.yaml")).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<(int ExitCode, string Output)> RunAsync(FreshDatabase database, DirectoryInfo folder, params string[] arguments) =>
        Command.RunAsync("dotnet", [BuildPaths.ServerAssembly, "schema", .. arguments], database.Environment, folder.FullName);
}

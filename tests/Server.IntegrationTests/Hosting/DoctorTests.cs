using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>`doctor` looks at a database before it is served, says what is to be done, and changes nothing.</summary>
public sealed class DoctorTests
{
    [Theory, EachDatabase]
    public async Task A_database_of_its_own_is_well_and_an_empty_one_stays_empty(TestDatabase database)
    {
        await using var folder = new Folder();
        await using var empty = await database.CreateAsync(folder.Info);
        var (exitCode, said) = await RunAsync(empty, folder);
        Assert.True(exitCode == 0, said);
        Assert.Contains("The database is empty", said, StringComparison.Ordinal);
        Assert.Contains("The database is empty", (await RunAsync(empty, folder)).Output, StringComparison.Ordinal);

        await using (await ServeAsync(empty)) { }
        (exitCode, said) = await RunAsync(empty, folder);
        Assert.True(exitCode == 0, said);
        Assert.Contains("The database is that of Directus 11.17.4.", said, StringComparison.Ordinal);
        Assert.Contains("Nothing has to be done.", said, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task It_tells_which_release_made_the_database(TestDatabase database)
    {
        await using var folder = new Folder();
        await using var fresh = await database.CreateAsync(folder.Info);
        await using (await ServeAsync(fresh)) { }

        await fresh.QueryAsync("insert into directus_migrations (version, name, timestamp) values ('20990101A', 'Of tomorrow', '2026-01-01 00:00:00')");
        await fresh.QueryAsync("alter table directus_settings add column of_tomorrow integer");
        var (exitCode, said) = await RunAsync(fresh, folder);
        Assert.True(exitCode == 0, said);
        Assert.Contains("later release than Directus 11.17.4", said, StringComparison.Ordinal);
        Assert.Contains("directus_settings has columns that are not known here: of_tomorrow.", said, StringComparison.Ordinal);
        // It is served all the same.
        await using (var server = await ServeAsync(fresh))
            await (await new TestClient(server, await TestApp.LoginAsync(server, TestServer.AdminEmail, TestServer.AdminPassword))
                .GetAsync("/settings?fields=project_name")).DataAsync();

        await fresh.QueryAsync("delete from directus_migrations where version > '20260101A'");
        (exitCode, said) = await RunAsync(fresh, folder);
        Assert.True(exitCode == 3, said);
        Assert.Contains("earlier Directus 11", said, StringComparison.Ordinal);
        await fresh.QueryAsync("delete from directus_migrations where version >= '20240806A'");
        (exitCode, said) = await RunAsync(fresh, folder);
        Assert.True(exitCode == 3, said);
        Assert.Contains("made by Directus 10 or older", said, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task It_finds_what_is_slow_cannot_be_served_or_would_refuse_new_items(TestDatabase database)
    {
        await using var folder = new Folder();
        await using var fresh = await database.CreateAsync(folder.Info);
        await using (var server = await ServeAsync(fresh))
        {
            await using var app = await TestApp.OnAsync(server);
            await app.CreateCollectionAsync("authors", [Key]);
            await app.CreateCollectionAsync("books", [Key, new { field = "author", type = "integer", schema = new { }, meta = new { } }]);
            await (await app.Admin.PostAsync("/relations",
                new { collection = "books", field = "author", related_collection = "authors", meta = new { }, schema = new { } })).DataAsync();
        }

        await fresh.QueryAsync("create table loose (a integer, b integer)");
        await fresh.QueryAsync("insert into authors (id) values (7)");
        var (exitCode, said) = await RunAsync(fresh, folder);

        Assert.True(exitCode == 3, said);
        Assert.Contains("books.author refers to authors and has no index", said, StringComparison.Ordinal);
        Assert.Contains("""CREATE INDEX ON "books" ("author");""", said, StringComparison.Ordinal);
        Assert.Contains("loose has no primary key of one column: it is not served.", said, StringComparison.Ordinal);
        // SQLite's counters follow the keys by themselves.
        Assert.Equal(database == TestDatabase.Postgres, said.Contains("there is a key 7: new items would be refused.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_in_one_line()
    {
        await using var folder = new Folder();
        var nowhere = new Dictionary<string, string>
        {
            ["DB_CLIENT"] = "pg", ["DB_HOST"] = "127.0.0.1", ["DB_PORT"] = "1", ["DB_DATABASE"] = "x", ["DB_USER"] = "x", ["DB_PASSWORD"] = "x",
        };
        var (exitCode, said) = await Command.RunAsync("dotnet", [BuildPaths.ServerAssembly, "doctor"], nowhere, folder.Info.FullName);
        Assert.Equal(1, exitCode);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<TestServer> ServeAsync(FreshDatabase database) =>
        TestServer.StartAsync(new BorrowedDatabase(database), Directory.CreateTempSubdirectory("directus-grpc-test-"));

    private static object Key =>
        new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true }, meta = new { } };

    private static Task<(int ExitCode, string Output)> RunAsync(FreshDatabase database, Folder folder) =>
        Command.RunAsync("dotnet", [BuildPaths.ServerAssembly, "doctor"], database.Environment, folder.Info.FullName);

    private sealed class Folder : IAsyncDisposable
    {
        public DirectoryInfo Info { get; } = Directory.CreateTempSubdirectory("directus-grpc-test-");

        public ValueTask DisposeAsync()
        {
            Info.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}

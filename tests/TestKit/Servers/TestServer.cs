using System.Globalization;

namespace Directus.Grpc.TestKit;

/// <summary>A running server on a database of its own.</summary>
public sealed class TestServer : IAsyncDisposable
{
    public const string AdminEmail = "admin@example.com";
    public const string AdminPassword = "d1r3ct5us";
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly DirectoryInfo folder;
    private readonly FreshDatabase database;
    private readonly Dictionary<string, string> environment;

    private TestServer(DirectoryInfo folder, FreshDatabase database, Dictionary<string, string> environment)
    {
        this.folder = folder;
        this.database = database;
        this.environment = environment;
        Url = new($"http://127.0.0.1:{environment["PORT"]}");
        GrpcUrl = new($"http://127.0.0.1:{environment["GRPC_PORT"]}");
        Process = ServerProcess.Start(environment, folder);
    }

    /// <summary>Address of REST and gRPC-Web.</summary>
    public Uri Url { get; }

    /// <summary>Address of gRPC.</summary>
    public Uri GrpcUrl { get; }

    /// <summary>The process that serves now; another one after a restart.</summary>
    public ServerProcess Process { get; private set; }

    public ServerLog Log => Process.Log;

    public FreshDatabase Database => database;

    /// <summary>Starts the server on an empty database and waits until it answers; its settings are the usual ones with
    /// these, and without those that are named.</summary>
    public static async Task<TestServer> StartAsync(
        TestDatabase kind, IReadOnlyDictionary<string, string>? settings = null, params string[] without)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        return await StartAsync(await kind.CreateAsync(folder), folder, settings, without);
    }

    /// <summary>Starts the server on this database, which it owns from then on.</summary>
    public static async Task<TestServer> StartAsync(
        FreshDatabase database, DirectoryInfo folder, IReadOnlyDictionary<string, string>? settings = null, params string[] without)
    {
        var server = new TestServer(folder, database, Settings(database, folder, settings, without));
        try
        {
            await server.Process.AnswersAsync(server.Url);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts another server on this one's database; it has to end first.</summary>
    public Task<TestServer> StartAnotherAsync() =>
        StartAsync(new BorrowedDatabase(database), Directory.CreateTempSubdirectory("directus-grpc-test-"));

    /// <summary>Stops the server and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await Process.StopAsync();
        await Process.DisposeAsync();
        Process = ServerProcess.Start(environment, folder);
        await Process.AnswersAsync(Url);
    }

    /// <summary>The environment of a server on this database and on free ports.</summary>
    public static Dictionary<string, string> Settings(
        FreshDatabase database, DirectoryInfo folder, IReadOnlyDictionary<string, string>? settings = null, params string[] without)
    {
        var environment = Defaults(folder);
        foreach (var (name, value) in database.Environment) environment[name] = value;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) environment[name] = value;
        foreach (var name in without) environment.Remove(name);
        return environment;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Dictionary<string, string> Defaults(DirectoryInfo folder)
    {
        var port = FreePort.Next();
        return new()
        {
            ["HOST"] = "127.0.0.1",
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["GRPC_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            ["PUBLIC_URL"] = $"http://127.0.0.1:{port}",
            ["SECRET"] = Secret,
            ["ADMIN_EMAIL"] = AdminEmail,
            ["ADMIN_PASSWORD"] = AdminPassword,
            // The usual costs would be most of what a test run costs.
            ["HASH_MEMORY_COST"] = "1024",
            ["HASH_TIME_COST"] = "1",
            // All tests register from one address.
            ["RATE_LIMITER_REGISTRATION_ENABLED"] = "false",
            ["STORAGE_LOCATIONS"] = "local",
            ["STORAGE_LOCAL_ROOT"] = Path.Combine(folder.FullName, "uploads"),
        };
    }
}

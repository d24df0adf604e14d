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

    private TestServer(DirectoryInfo folder, FreshDatabase database, ServerProcess process, int port, int grpcPort)
    {
        this.folder = folder;
        this.database = database;
        Process = process;
        Url = new($"http://127.0.0.1:{port}");
        GrpcUrl = new($"http://127.0.0.1:{grpcPort}");
    }

    /// <summary>Address of REST and gRPC-Web.</summary>
    public Uri Url { get; }

    /// <summary>Address of gRPC.</summary>
    public Uri GrpcUrl { get; }

    public ServerProcess Process { get; }

    public ServerLog Log => Process.Log;

    public FreshDatabase Database => database;

    /// <summary>Starts the server on an empty database and waits until it answers.</summary>
    public static async Task<TestServer> StartAsync(TestDatabase kind, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        return await StartAsync(await kind.CreateAsync(folder), folder, settings);
    }

    /// <summary>Starts the server on this database, which it owns from then on.</summary>
    public static async Task<TestServer> StartAsync(FreshDatabase database, DirectoryInfo folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var (port, grpcPort) = (FreePort.Next(), FreePort.Next());
        var environment = Settings(port, grpcPort, folder);
        foreach (var (name, value) in database.Environment) environment[name] = value;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) environment[name] = value;

        var server = new TestServer(folder, database, ServerProcess.Start(environment, folder), port, grpcPort);
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

    /// <summary>The settings of a server on these ports, without its database.</summary>
    public static Dictionary<string, string> Settings(int port, int grpcPort, DirectoryInfo folder) => new()
    {
        ["HOST"] = "127.0.0.1",
        ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
        ["GRPC_PORT"] = grpcPort.ToString(CultureInfo.InvariantCulture),
        ["PUBLIC_URL"] = $"http://127.0.0.1:{port}",
        ["SECRET"] = Secret,
        ["ADMIN_EMAIL"] = AdminEmail,
        ["ADMIN_PASSWORD"] = AdminPassword,
        ["STORAGE_LOCATIONS"] = "local",
        ["STORAGE_LOCAL_ROOT"] = Path.Combine(folder.FullName, "uploads"),
        ["TELEMETRY"] = "false",
    };

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

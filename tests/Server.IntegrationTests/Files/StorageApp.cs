using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Files;

/// <summary>A server of the test's own whose storage it can look into.</summary>
internal sealed class StorageApp : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("directus-grpc-test-");

    private StorageApp()
    {
    }

    public TestServer Server { get; private set; } = null!;

    public TestApp App { get; private set; } = null!;

    /// <summary>Names of the stored contents.</summary>
    public string[] Stored => [.. folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public static async Task<StorageApp> StartAsync(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var storage = new StorageApp();
        var environment = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        environment["STORAGE_LOCAL_ROOT"] = storage.folder.FullName;
        storage.Server = await TestServer.StartAsync(database, environment);
        storage.App = await TestApp.OnAsync(storage.Server);
        return storage;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

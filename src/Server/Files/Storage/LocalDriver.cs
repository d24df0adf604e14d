namespace Directus.Grpc.Server.Files.Storage;

internal sealed class LocalDriver : IStorageDriver
{
    public const string DriverName = "local";

    public string Name => DriverName;

    public IStorage Open(StorageLocation location) => new LocalStorage(location.Root);
}

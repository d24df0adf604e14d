namespace Directus.Grpc.Server.Files.Storage;

/// <summary>A kind of storage, chosen by the name of its driver.</summary>
internal interface IStorageDriver
{
    /// <summary>STORAGE_&lt;NAME&gt;_DRIVER.</summary>
    string Name { get; }

    IStorage Open(StorageLocation location);
}

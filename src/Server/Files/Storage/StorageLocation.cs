namespace Directus.Grpc.Server.Files.Storage;

/// <summary>STORAGE_&lt;NAME&gt;_*: one place where contents are kept.</summary>
internal sealed class StorageLocation
{
    /// <summary>DRIVER.</summary>
    public string Driver { get; set; } = LocalDriver.DriverName;

    /// <summary>ROOT: the folder of the driver `local`.</summary>
    public string Root { get; set; } = "./uploads";

    /// <summary>HEALTHCHECK_THRESHOLD: milliseconds above which the storage counts as slow.</summary>
    public int HealthThreshold { get; set; } = 750;
}

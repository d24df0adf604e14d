namespace Directus.Grpc.Server.Items.Writing;

/// <summary>How much one call may write.</summary>
public sealed class WriteLimits
{
    public const string Section = "Write";

    /// <summary>MAX_BATCH_MUTATION: items of one call that are created, updated, linked or deleted, nested ones included.</summary>
    public int MaxItems { get; set; } = 100_000;

    /// <summary>MAX_IMPORT_ERRORS: rows of a file whose faults are told; then nothing more is looked at.</summary>
    public int MaxImportErrors { get; set; } = 1_000;
}

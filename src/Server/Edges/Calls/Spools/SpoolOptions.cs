namespace Directus.Grpc.Server.Edges.Calls.Spools;

/// <summary>What answers may take that are read more slowly than the database tells them.</summary>
public sealed class SpoolOptions
{
    public const string Section = "Spool";

    /// <summary>ANSWER_SPOOL_MAX_SIZE: bytes that all such answers and exports keep in temporary files.</summary>
    public long MaxSize { get; set; } = 1L << 30;

    /// <summary>ANSWER_MIN_RATE: bytes a second that a reader has to take.</summary>
    public long MinRate { get; set; } = 1024;
}

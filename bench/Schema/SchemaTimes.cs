namespace Directus.Grpc.Bench.Schema;

/// <summary>What one round took, in milliseconds.</summary>
internal sealed record SchemaTimes(double Snapshot, double Diff, double Apply);

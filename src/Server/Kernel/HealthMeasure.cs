namespace Directus.Grpc.Server.Kernel;

/// <summary>What a check has seen of a part that the server needs.</summary>
/// <param name="Name">By Directus' names, as `pg:responseTime`.</param>
/// <param name="ComponentType">Kind of the part: `datastore`, `objectstore`, `email`.</param>
/// <param name="Status">`ok`, `warn` or `error`.</param>
public sealed record HealthMeasure(string Name, string ComponentType, string Status = HealthMeasure.Ok)
{
    public const string Ok = "ok";
    public const string Warn = "warn";
    public const string Error = "error";

    public double? Value { get; init; }

    public string? Unit { get; init; }

    /// <summary>The value above which the status is `warn`.</summary>
    public double? Threshold { get; init; }

    /// <summary>What went wrong, in words.</summary>
    public string? Output { get; init; }

    /// <summary>How long a part took to answer.</summary>
    public static HealthMeasure ResponseTime(string name, string componentType, TimeSpan time, double threshold) =>
        new(name, componentType, time.TotalMilliseconds > threshold
            ? Warn
            : Ok)
        { Value = Math.Round(time.TotalMilliseconds, 3), Unit = "ms", Threshold = threshold };
}

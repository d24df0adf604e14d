namespace Directus.Grpc.Server.Retention;

/// <summary>How long records of what happened are kept.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>RETENTION_ENABLED: whether anything is removed.</summary>
    public bool Enabled { get; set; }

    /// <summary>RETENTION_SCHEDULE: when it is looked for.</summary>
    public string Schedule { get; set; } = "0 0 * * *";

    /// <summary>RETENTION_BATCH: rows that one statement removes at most.</summary>
    public int Batch { get; set; } = 500;

    /// <summary>ACTIVITY_RETENTION; null for ever.</summary>
    public TimeSpan? Activity { get; set; } = TimeSpan.FromDays(90);

    /// <summary>REVISIONS_RETENTION; null for ever.</summary>
    public TimeSpan? Revisions { get; set; } = TimeSpan.FromDays(90);

    /// <summary>FLOW_LOGS_RETENTION; null for ever.</summary>
    public TimeSpan? FlowLogs { get; set; } = TimeSpan.FromDays(90);
}

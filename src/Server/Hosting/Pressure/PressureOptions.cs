namespace Directus.Grpc.Server.Hosting.Pressure;

/// <summary>When the server has more to do than it can, by Directus' names.</summary>
internal sealed class PressureOptions
{
    public const string Section = "Pressure";

    /// <summary>PRESSURE_LIMITER_ENABLED: whether calls are refused then.</summary>
    public bool Enabled { get; set; }

    /// <summary>PRESSURE_LIMITER_SAMPLE_INTERVAL: milliseconds between two looks at what is done and used.</summary>
    public int SampleInterval { get; set; } = 250;

    /// <summary>PRESSURE_LIMITER_MAX_EVENT_LOOP_DELAY: how many milliseconds a call may take, on average, when there is too much to do; 0 for no
    /// bound. Node has one queue in which calls wait, here they wait for a thread or for the database.</summary>
    public int MaxDelay { get; set; } = 10;

    /// <summary>PRESSURE_LIMITER_MAX_MEMORY_RSS in bytes; 0 for no bound.</summary>
    public long MaxMemory { get; set; }

    /// <summary>PRESSURE_LIMITER_MAX_MEMORY_HEAP_USED in bytes; 0 for no bound.</summary>
    public long MaxHeap { get; set; }

    /// <summary>PRESSURE_LIMITER_RETRY_AFTER: seconds that who is refused is told to wait; 0 for the least.</summary>
    public int RetryAfter { get; set; }
}

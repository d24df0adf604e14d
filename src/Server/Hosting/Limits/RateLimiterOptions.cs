namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>How many calls may be made, by Directus' names and defaults.</summary>
internal sealed class RateLimiterOptions
{
    public const string Section = "RateLimiter";

    public const string Memory = "memory";

    public const string Redis = "redis";

    /// <summary>RATE_LIMITER_ENABLED and so on: for each address.</summary>
    public CallerRate Caller { get; set; } = new() { Points = 50, Duration = 1 };

    /// <summary>RATE_LIMITER_GLOBAL_…: for all together.</summary>
    public CallerRate Global { get; set; } = new() { Points = 1_000, Duration = 1 };

    /// <summary>RATE_LIMITER_REGISTRATION_…: registrations from each address.</summary>
    public CallerRate Registration { get; set; } = new() { Enabled = true, Points = 5, Duration = 60 };

    /// <summary>Why the settings make no sense together; null when they do.</summary>
    public string? Contradiction => this switch
    {
        { Global.Enabled: true, Caller.Enabled: false } => "RATE_LIMITER_GLOBAL_ENABLED needs RATE_LIMITER_ENABLED.",
        { Global.Enabled: true } when Global.PerSecond < Caller.PerSecond =>
            "RATE_LIMITER_GLOBAL_POINTS has to allow as many calls a second as RATE_LIMITER_POINTS does.",
        _ => null,
    };
}

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>What is logged, and how.</summary>
internal sealed class LogOptions
{
    public const string Section = "Log";

    /// <summary>LOG_LEVEL, by Directus' names.</summary>
    public string Level { get; set; } = "info";

    /// <summary>LOG_STYLE: `pretty` for lines of text, `raw` for lines of JSON.</summary>
    public string Style { get; set; } = "pretty";

    /// <summary>LOG_HTTP_IGNORE_PATHS: paths, by commas, of requests that are not told of.</summary>
    public string HttpIgnorePaths { get; set; } = "";

    public LogLevel MinimumLevel => Level switch
    {
        "fatal" => LogLevel.Critical,
        "error" => LogLevel.Error,
        "warn" => LogLevel.Warning,
        "debug" => LogLevel.Debug,
        "trace" => LogLevel.Trace,
        "silent" => LogLevel.None,
        _ => LogLevel.Information,
    };
}

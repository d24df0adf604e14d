namespace Directus.Grpc.Server.Hosting.Logs;

internal static class LoggingSetup
{
    public static void AddDirectus(this ILoggingBuilder logging, IConfiguration configuration)
    {
        var options = configuration.GetSection(LogOptions.Section).Get<LogOptions>() ?? new LogOptions();
        logging.SetMinimumLevel(options.MinimumLevel);
        // Requests have one line of our own, without what is secret in them; refusals are answers, not events.
        logging.AddFilter("Microsoft.AspNetCore", Quieter(options, LogLevel.Warning));
        // It would open a scope and an activity for each request, which nobody reads.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A start that fails ends with one line of its own.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", Quieter(options, LogLevel.Critical));
        logging.AddFilter("Microsoft.Hosting.Lifetime", Quieter(options, LogLevel.Warning));
        logging.AddFilter("Grpc", Quieter(options, LogLevel.Warning));
        // Both log a refused call once more, with a stack: the edges have answered and, where it was a bug, logged it.
        logging.AddFilter("Grpc.AspNetCore.Grpc.JsonTranscoding", LogLevel.None);
        logging.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", Quieter(options, LogLevel.Critical));
        // It tells addresses with the tokens in them; what fails is told by ours.
        logging.AddFilter("Yarp", LogLevel.None);
        // A part that is not well is told by /server/health.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", Quieter(options, LogLevel.Critical));
        var services = logging.Services;
        services.AddOptions<LogOptions>().BindConfiguration(LogOptions.Section);
        services.AddSingleton<ILineFormat>(options.Style == "raw" ? new RawFormat() : new PrettyFormat());
        services.AddSingleton<LogSink>();
        services.AddSingleton<ILoggerProvider, LineLoggers>();
        services.AddSingleton<RequestLog>();
    }

    /// <summary>Tells of each request, where the level asks for it; first of all that stands before the endpoints.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<RequestLog>();
        if (log.Enabled) app.Use((http, next) => log.InvokeAsync(http, next));
    }

    private static LogLevel Quieter(LogOptions options, LogLevel level) => options.MinimumLevel > level ? options.MinimumLevel : level;
}

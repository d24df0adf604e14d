using Microsoft.Extensions.Logging.Console;

namespace Directus.Grpc.Server.Hosting;

internal static class LoggingSetup
{
    public static void AddDirectus(this ILoggingBuilder logging, IConfiguration configuration)
    {
        var options = configuration.GetSection(LogOptions.Section).Get<LogOptions>() ?? new LogOptions();
        logging.SetMinimumLevel(options.MinimumLevel);
        // Requests are logged with their query, which may hold a token; refusals are answers, not events.
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
        if (options.Style == "raw") logging.AddJsonConsole(console => console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ");
        else logging.AddSimpleConsole(Pretty);
        static void Pretty(SimpleConsoleFormatterOptions console)
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        }
    }

    private static LogLevel Quieter(LogOptions options, LogLevel level) => options.MinimumLevel > level ? options.MinimumLevel : level;
}

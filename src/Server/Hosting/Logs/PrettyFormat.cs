using System.Buffers;
using System.Globalization;
using System.Text;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>Lines for people, in the form of Directus': `[12:00:00.000] WARN: …`, `[12:00:00] GET /server/ping 200 3ms`.</summary>
internal sealed class PrettyFormat : ILineFormat
{
    public void Event(IBufferWriter<byte> line, DateTimeOffset time, LogLevel level, string message, Exception? error)
    {
        Write(line, string.Create(CultureInfo.InvariantCulture, $"[{time:HH:mm:ss.fff}] {Name(level)}: {Indented(message)}\n"));
        if (error is not null) Write(line, $"    {Indented(error.ToString())}\n");
    }

    public void Request(IBufferWriter<byte> line, DateTimeOffset time, RequestLine request) =>
        Write(line, string.Create(CultureInfo.InvariantCulture, $"[{time:HH:mm:ss}] {Indented(request.Text)}\n"));

    // What begins at the left margin is an entry; no text of a caller gets there.
    private static string Indented(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f')) return text;
        return new StringBuilder(text).Replace("\r", "").Replace("\n", "\n    ").Replace('\u001b', '?').ToString();
    }

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        LogLevel.Critical => "FATAL",
        _ => "INFO",
    };

    private static void Write(IBufferWriter<byte> line, string text) => Encoding.UTF8.GetBytes(text, line);
}

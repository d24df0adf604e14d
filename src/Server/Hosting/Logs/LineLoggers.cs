using System.Buffers;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>The log on the standard output. A category makes no difference here: filters have looked at it before.</summary>
internal sealed class LineLoggers(ILineFormat format, LogSink sink, TimeProvider time) : ILoggerProvider, ILogger
{
    private const int Usual = 4096;

    [ThreadStatic] private static ArrayBufferWriter<byte>? line;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // Making the text may log in turn; it then has a buffer of its own.
        var text = line ?? new ArrayBufferWriter<byte>(Usual);
        line = null;
        if (state is RequestLine request) format.Request(text, time.GetUtcNow(), request);
        else format.Event(text, time.GetUtcNow(), logLevel, formatter(state, exception), exception);
        sink.Add(text.WrittenSpan, atOnce: logLevel >= LogLevel.Error);
        text.ResetWrittenCount();
        if (text.Capacity <= Usual * 4) line = text;
    }

    public void Dispose() => sink.Dispose();
}

using System.Buffers;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>How an entry of the log is written, its line's end included.</summary>
internal interface ILineFormat
{
    void Event(IBufferWriter<byte> line, DateTimeOffset time, LogLevel level, string message, Exception? error);

    void Request(IBufferWriter<byte> line, DateTimeOffset time, RequestLine request);
}

using System.Buffers;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>Collects lines for some milliseconds and writes them with one call: under load a call for each line would cost more
/// than making it. Who fills it faster than the output takes it waits.</summary>
internal sealed class LogSink : IDisposable
{
    private const int Most = 256 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly Lock _gate = new();
    private readonly Lock _turn = new();
    private readonly ITimer _timer;
    private ArrayBufferWriter<byte> _filling = new(Most);
    private ArrayBufferWriter<byte> _spare = new(Most);

    public LogSink(TimeProvider time) => _timer = time.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Add(ReadOnlySpan<byte> line, bool atOnce)
    {
        bool first, full;
        lock (_gate)
        {
            first = _filling.WrittenCount == 0;
            _filling.Write(line);
            full = _filling.WrittenCount > Most;
        }

        if (atOnce || full) Flush();
        else if (first) _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }

    private void Flush()
    {
        lock (_turn)
        {
            ArrayBufferWriter<byte> lines;
            lock (_gate)
            {
                lines = _filling;
                _filling = _spare;
            }

            Write(lines.WrittenSpan);
            lines.ResetWrittenCount();
            _spare = lines;
        }
    }

    private void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            _output.Write(lines);
            _output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads the output any more; the server goes on.
        }
    }
}

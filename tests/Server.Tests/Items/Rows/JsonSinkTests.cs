using System.Buffers;
using System.Text;
using Directus.Grpc.Server.Items.Rows;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Rows;

public sealed class JsonSinkTests
{
    [Fact]
    public void What_a_try_has_written_is_taken_back()
    {
        using var sink = new MemorySink(16);
        sink.Write("[1"u8);
        var start = sink.Position;
        sink.Write(new byte[5000]);

        Assert.True(sink.TryReturn(start));

        sink.Write(",2]"u8);
        Assert.Equal("[1,2]", Encoding.UTF8.GetString(sink.Written.Span));
    }

    [Fact]
    public void What_was_handed_on_cannot_be_taken_back()
    {
        using var sink = new MemorySink();
        var start = sink.Position;
        sink.Write("[1"u8);
        sink.Clear();
        sink.Write(",2]"u8);

        Assert.False(sink.TryReturn(start));
        Assert.Equal((5, 3), (sink.Position, sink.Length));
    }
}

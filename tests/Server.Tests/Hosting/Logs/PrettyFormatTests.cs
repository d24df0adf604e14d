using System.Buffers;
using System.Text;
using Directus.Grpc.Server.Hosting.Logs;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Logs;

public sealed class PrettyFormatTests
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 29, 12, 0, 0, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(LogLevel.Information, "Ready", "[12:00:00.005] INFO: Ready\n")]
    [InlineData(LogLevel.Critical, "Over", "[12:00:00.005] FATAL: Over\n")]
    [InlineData(LogLevel.Warning, "one\r\n[12:00:00.000] INFO: two", "[12:00:00.005] WARN: one\n    [12:00:00.000] INFO: two\n")]
    [InlineData(LogLevel.Error, "\u001b[31mred", "[12:00:00.005] ERROR: ?[31mred\n")]
    public void No_text_begins_an_entry_of_its_own(LogLevel level, string message, string line) => Assert.Equal(line, Written(level, message, null));

    [Fact]
    public void A_cause_stands_below_its_entry()
    {
        var lines = Written(LogLevel.Error, "Failed", new InvalidOperationException("because\nof this")).TrimEnd().Split('\n');

        Assert.Equal("[12:00:00.005] ERROR: Failed", lines[0]);
        Assert.Equal(["    System.InvalidOperationException: because", "    of this"], lines[1..]);
    }

    private static string Written(LogLevel level, string message, Exception? error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        new PrettyFormat().Event(buffer, Noon, level, message, error);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

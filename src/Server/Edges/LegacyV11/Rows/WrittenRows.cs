using System.Text.Json;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Rows as they are told; their number, which stands before them, is known when they are written.</summary>
internal sealed class WrittenRows : IDisposable
{
    private readonly MemorySink _sink;

    /// <param name="items">JSON of the items, or of one.</param>
    /// <param name="shape">What is told of them.</param>
    public WrittenRows(ReadOnlySpan<byte> items, RowShape shape)
    {
        _sink = new MemorySink(items.Length + 256);
        using var rows = new RowWriter(_sink);
        Count = rows.Write(items, shape);
    }

    public int Count { get; }

    public void WriteTo(Utf8JsonWriter json) => json.WriteRawValue(_sink.Written.Span, skipInputValidation: true);

    public void Dispose() => _sink.Dispose();
}

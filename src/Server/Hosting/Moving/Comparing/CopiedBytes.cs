using System.Buffers;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>Bytes that pass, as long as there are not too many.</summary>
internal sealed class CopiedBytes(int most)
{
    private ArrayBufferWriter<byte>? _kept = new();

    /// <summary>All of them; null when there were too many.</summary>
    public ReadOnlyMemory<byte>? Bytes => _kept?.WrittenMemory;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_kept?.WrittenCount + bytes.Length > most) GiveUp();
        _kept?.Write(bytes);
    }

    public void GiveUp() => _kept = null;
}

using System.Buffers;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>A part of an answer in pooled memory, which whoever sends it gives back.</summary>
internal readonly record struct Piece(byte[] Buffer, int Length)
{
    public Memory<byte> Bytes => Buffer.AsMemory(0, Length);

    public static Piece Of(int length) => new(ArrayPool<byte>.Shared.Rent(length), length);

    public void GiveBack() => ArrayPool<byte>.Shared.Return(Buffer);
}

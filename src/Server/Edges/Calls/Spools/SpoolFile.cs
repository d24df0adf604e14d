using Microsoft.Win32.SafeHandles;

namespace Directus.Grpc.Server.Edges.Calls.Spools;

/// <summary>A temporary file of pieces that come out as they went in. One may write while another reads.</summary>
internal sealed class SpoolFile(SpoolSpace space) : IDisposable
{
    private SafeFileHandle? _file;
    private long _taken;
    private long _end;

    /// <summary>Appends a piece and answers where it is; null when there is no space for it.</summary>
    public async ValueTask<long?> AppendAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        if (!space.TryTake(piece.Length)) return null;
        _taken += piece.Length;
        await RandomAccess.WriteAsync(_file ??= Create(), piece, _end, cancellation);
        var start = _end;
        _end += piece.Length;
        return start;
    }

    public async ValueTask ReadAsync(long start, Memory<byte> piece, CancellationToken cancellation)
    {
        while (piece.Length > 0)
        {
            var read = await RandomAccess.ReadAsync(_file!, piece, start, cancellation);
            if (read == 0) throw new EndOfStreamException();
            (start, piece) = (start + read, piece[read..]);
        }
    }

    /// <summary>Forgets pieces that are all read.</summary>
    public void Clear()
    {
        space.Free(_taken);
        _taken = _end = 0;
    }

    public void Dispose()
    {
        Clear();
        _file?.Dispose();
    }

    // For this process only, and gone when it is closed.
    private static SafeFileHandle Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"directus-answer-{Guid.NewGuid():N}");
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }
}

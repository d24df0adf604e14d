using System.Runtime.InteropServices;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>Keeps the rows of an export until they are written: in memory while they are few, then in a file that goes with
/// it. A csv file begins with the columns of all rows, so its rows have to be read twice.</summary>
internal sealed class JsonSpool(SpoolSpace space) : JsonSink, IAsyncDisposable
{
    private const int MostInMemory = 1024 * 1024;

    private FileStream? _file;
    private long _taken;

    /// <summary>The first byte of the JSON, once something was flushed or read.</summary>
    public byte First { get; private set; }

    public override ValueTask FlushAsync(CancellationToken cancellation) =>
        Length < MostInMemory ? ValueTask.CompletedTask : SpillAsync(_file ??= CreateFile(), cancellation);

    /// <summary>All that was written, from the start. It stays the spool's.</summary>
    public async ValueTask<Stream> RewindAsync(CancellationToken cancellation)
    {
        NoteFirst();
        if (_file is null)
        {
            MemoryMarshal.TryGetArray(Written, out var bytes);
            return new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        }

        await SpillAsync(_file, cancellation);
        _file.Position = 0;
        return _file;
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_file is not null) await _file.DisposeAsync();
        space.Free(_taken);
        _taken = 0;
    }

    private async ValueTask SpillAsync(FileStream file, CancellationToken cancellation)
    {
        NoteFirst();
        if (Length == 0) return;
        if (!space.TryTake(Length)) throw SpoolSpace.Full();
        _taken += Length;
        await file.WriteAsync(Written, cancellation);
        Clear();
    }

    private void NoteFirst()
    {
        if (First == 0 && Length > 0) First = Written.Span[0];
    }

    // For this process only, and gone when it is closed.
    private static FileStream CreateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"export-{Guid.NewGuid():N}"), options);
    }
}

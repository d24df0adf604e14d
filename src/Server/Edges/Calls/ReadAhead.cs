using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Sends an answer to a reader who may be slower than the database. What he has not taken waits in memory while it is
/// little and then in a file, so that the database has done its part as soon as it can and its connection is free for
/// others. Who takes nothing for too long is cut off. One adds, and what was added is sent in that order.</summary>
/// <param name="space">The space for files.</param>
/// <param name="http">The call, which is broken off for who is cut off.</param>
/// <param name="send">Sends a piece, which it has copied when it returns, and ends when the reader is ready for the next one.</param>
internal sealed class ReadAhead(SpoolSpace space, HttpContext http, Func<Memory<byte>, ValueTask> send) : IAsyncDisposable
{
    private const int MostInMemory = 2;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Queue<Piece> _pieces = new();
    private readonly Queue<(long Start, int Length)> _filed = new();
    private readonly SpoolFile _file = new(space);
    private readonly SemaphoreSlim _progress = new(0);
    private Task _sending = Task.CompletedTask;
    private bool _isSending;
    private bool _isOver;

    /// <summary>Takes the next piece over. Waits only where there is no space left to keep it.</summary>
    public async ValueTask AddAsync(Piece piece)
    {
        if (_sending.IsFaulted) await _sending;
        if (TryKeep(piece)) return;
        var kept = false;
        try
        {
            long? start;
            while ((start = await _file.AppendAsync(piece.Bytes, http.RequestAborted)) is null)
            {
                await WaitAsync();
                if (kept = TryKeep(piece)) return;
            }

            lock (_gate) _filed.Enqueue((start.Value, piece.Length));
            Start();
        }
        finally
        {
            if (!kept) piece.GiveBack();
        }
    }

    /// <summary>Ends when all is sent.</summary>
    public Task FinishAsync() => _sending;

    public async ValueTask DisposeAsync()
    {
        lock (_gate) _isOver = true;
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var piece in _pieces) piece.GiveBack();
        _pieces.Clear();
        _file.Dispose();
        _progress.Dispose();
    }

    private bool TryKeep(Piece piece)
    {
        lock (_gate)
        {
            if (_filed.Count > 0 || _pieces.Count >= MostInMemory) return false;
            _file.Clear();
            _pieces.Enqueue(piece);
        }

        Start();
        return true;
    }

    // Runs on the caller's thread for as long as the reader keeps up.
    private void Start()
    {
        lock (_gate)
        {
            if (_isSending) return;
            _isSending = true;
        }

        _sending = SendAllAsync();
    }

    private async Task SendAllAsync()
    {
        while (true)
        {
            Piece piece;
            (long Start, int Length) place = default;
            lock (_gate)
            {
                var inMemory = _pieces.TryDequeue(out piece);
                if (_isOver || (!inMemory && !_filed.TryPeek(out place)))
                {
                    if (inMemory) piece.GiveBack();
                    _isSending = false;
                    return;
                }
            }

            var filed = piece.Buffer is null;
            if (filed) piece = Piece.Of(place.Length);
            try
            {
                if (filed) await _file.ReadAsync(place.Start, piece.Bytes, http.RequestAborted);
                await SendAsync(piece.Bytes);
            }
            finally
            {
                piece.GiveBack();
                lock (_gate)
                    if (filed) _filed.Dequeue();
                if (_progress.CurrentCount == 0) _progress.Release();
            }
        }
    }

    private async ValueTask SendAsync(Memory<byte> bytes)
    {
        try
        {
            var sent = send(bytes);
            if (sent.IsCompleted) await sent;
            else await sent.AsTask().WaitAsync(Grace + TimeSpan.FromSeconds((double)bytes.Length / space.MinRate), http.RequestAborted);
        }
        catch (TimeoutException)
        {
            throw CutOff();
        }
        catch (Exception error) when (error is not OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.Message, error, http.RequestAborted);
        }
    }

    // With a connection that others may want: who does not read on now loses his place.
    private async ValueTask WaitAsync()
    {
        if (!space.TryWait()) throw SpoolSpace.Full();
        try
        {
            if (!await _progress.WaitAsync(Grace, http.RequestAborted)) throw CutOff();
        }
        finally
        {
            space.EndWait();
        }

        if (_sending.IsFaulted) await _sending;
    }

    private DirectusException CutOff()
    {
        http.Abort();
        return new DirectusException(ErrorCodes.LimitExceeded, "The answer is read too slowly");
    }
}

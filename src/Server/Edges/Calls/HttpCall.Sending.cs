using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls;

// How the answer goes out: as a whole when it is complete, or in pieces while it is read.
public sealed partial class HttpCall
{
    internal async ValueTask SendPieceAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        if (!_started) Head(null);
        await _body.Writer.WriteAsync(piece, cancellation);
    }

    internal ValueTask SendAheadAsync(Piece piece)
    {
        if (!_started) Head(null);
        _ahead ??= new ReadAhead(Http.RequestServices.GetRequiredService<SpoolSpace>(), Http,
            async bytes => await _body.Writer.WriteAsync(bytes, CancellationToken.None));
        return _ahead.AddAsync(piece);
    }

    /// <summary>Sends what is left of the answer.</summary>
    internal async ValueTask FinishAsync()
    {
        if (_content is not null && _sink is null) await SendAsync(_content);
        if (_sink is null) return;
        if (_ahead is not null)
        {
            if (_sink.Length > 0) await _ahead.AddAsync(_sink.TakePiece());
            _sink.Dispose();
            _sink = null;
            await EndAheadAsync(_ahead);
            return;
        }

        if (!_started) Head(HasNoBody ? null : _sink.Written.Length);
        if (_sink.Written.Length > 0 && !HttpMethods.IsHead(Http.Request.Method)) await _body.Writer.WriteAsync(_sink.Written, Http.RequestAborted);
        _sink.Dispose();
        _sink = null;
    }

    private async Task EndAheadAsync(ReadAhead ahead)
    {
        try
        {
            await ahead.FinishAsync();
        }
        catch (Exception error) when (error is OperationCanceledException or DirectusException)
        {
            // Nobody is left to read on, or he was cut off: the head says 200 already.
        }
    }

    internal async ValueTask DropAsync()
    {
        if (_ahead is not null) await _ahead.DisposeAsync();
        _ahead = null;
        _sink?.Dispose();
        _sink = null;
        if (_content is not null) await _content.DisposeAsync();
        _content = null;
    }

    private async Task SendAsync(IHttpContent content)
    {
        content.Begin(Http.Response);
        if (HttpMethods.IsHead(Http.Request.Method)) return;
        try
        {
            await content.WriteAsync(_body.Stream, Http.RequestAborted);
        }
        catch (OperationCanceledException) when (Http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to read on.
        }
    }

    private bool HasNoBody => _status is 204 or 304;

    private HttpSink Start(int status)
    {
        ReadsAhead = false;
        if (_sink is null) _sink = new HttpSink(this);
        else _sink.Clear();
        _type = JsonType;
        _disposition = null;
        _tag = null;
        _status = status;
        return _sink;
    }

    private void Head(int? length)
    {
        _started = true;
        var response = Http.Response;
        response.StatusCode = _status;
        response.ContentType = HasNoBody ? null : _type;
        response.ContentLength = length;
        if (_tag is not null) response.Headers.ETag = _tag;
        if (_disposition is not null) response.Headers.ContentDisposition = _disposition;
    }
}

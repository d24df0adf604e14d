using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>The body of an answer on its way to the caller, of which a copy is kept as long as it is not too long.</summary>
internal sealed class AnswerCopy(IHttpResponseBodyFeature body, int most) : PipeWriter, IHttpResponseBodyFeature
{
    private readonly CopiedBytes _copy = new(most);
    private Stream? _stream;
    private Memory<byte> _lent;

    /// <summary>What was written; null where it is too long or was sent from a file.</summary>
    public ReadOnlyMemory<byte>? Written => _copy.Bytes;

    public Stream Stream => _stream ??= AsStream(leaveOpen: true);

    public PipeWriter Writer => this;

    public override bool CanGetUnflushedBytes => body.Writer.CanGetUnflushedBytes;

    public override long UnflushedBytes => body.Writer.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _lent = body.Writer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        _copy.Add(_lent.Span[..bytes]);
        _lent = _lent[bytes..];
        body.Writer.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => body.Writer.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        _copy.Add(source.Span);
        return body.Writer.WriteAsync(source, cancellationToken);
    }

    public override void CancelPendingFlush() => body.Writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => body.Writer.Complete(exception);

    public void DisableBuffering() => body.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => body.StartAsync(cancellationToken);

    public Task CompleteAsync() => body.CompleteAsync();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        _copy.GiveUp();
        return body.SendFileAsync(path, offset, count, cancellationToken);
    }
}

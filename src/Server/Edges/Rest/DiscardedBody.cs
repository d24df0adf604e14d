using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>Takes what transcoding prints and forgets it. Holds no state, so one serves every call.</summary>
internal sealed class DiscardedBody : PipeWriter, IHttpResponseBodyFeature
{
    // Shared and never read: what calls write over each other does not matter.
    private static readonly byte[] Scratch = new byte[16 * 1024];

    public static DiscardedBody Instance { get; } = new();

    Stream IHttpResponseBodyFeature.Stream => Stream.Null;

    PipeWriter IHttpResponseBodyFeature.Writer => this;

    public override void Advance(int bytes)
    {
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => sizeHint <= Scratch.Length ? Scratch : new byte[sizeHint];

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    void IHttpResponseBodyFeature.DisableBuffering()
    {
    }

    Task IHttpResponseBodyFeature.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHttpResponseBodyFeature.SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Files are sent through the real body.");

    Task IHttpResponseBodyFeature.CompleteAsync() => Task.CompletedTask;
}

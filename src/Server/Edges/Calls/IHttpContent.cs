namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>An answer that is no JSON: its head, then its body, written once the RPC is done.</summary>
internal interface IHttpContent : IAsyncDisposable
{
    /// <summary>Sets status and headers.</summary>
    void Begin(HttpResponse response);

    /// <summary>Writes the body; not called for HEAD.</summary>
    Task WriteAsync(Stream body, CancellationToken cancellation);
}

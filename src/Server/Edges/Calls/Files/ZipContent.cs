using Directus.Grpc.Server.Files.Zips;

namespace Directus.Grpc.Server.Edges.Calls.Files;

/// <summary>An archive over HTTP, sent while it is written.</summary>
internal sealed class ZipContent(ZipWriter writer, ZipPlan plan, string name) : IHttpContent
{
    public const string Type = "application/zip";

    public void Begin(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = Type;
        response.Headers.ContentDisposition = HttpCall.Attachment(name);
    }

    public Task WriteAsync(Stream body, CancellationToken cancellation) => writer.WriteAsync(plan, body, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

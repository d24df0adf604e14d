using System.Globalization;
using System.IO.Pipelines;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Files.Zips;
using Google.Protobuf;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

// Several contents as one archive. What it holds is known before its first byte is sent; contents are read while it goes out.
internal sealed partial class AssetsGrpcService
{
    public override async Task ZipFiles(ZipFilesRequest request, IServerStreamWriter<ZipFilesResponse> responseStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var ids = HttpCall.From(context) is { } http ? ZipIds.Of(await http.ReadBodyAsync(cancellation)) : ZipIds.Of(request.Ids);
        await SendAsync(await zips.FilesAsync(context.GetCaller(), ids, cancellation), responseStream, context,
            name => new ZipFilesResponse { Header = new ZipHeader { Name = name } }, data => new ZipFilesResponse { Data = data });
    }

    public override async Task ZipFolder(ZipFolderRequest request, IServerStreamWriter<ZipFolderResponse> responseStream, ServerCallContext context)
    {
        await SendAsync(await zips.FolderAsync(context.GetCaller(), request.Id, context.CancellationToken), responseStream, context,
            name => new ZipFolderResponse { Header = new ZipHeader { Name = name } }, data => new ZipFolderResponse { Data = data });
    }

    private async Task SendAsync<T>(ZipPlan plan, IServerStreamWriter<T> messages, ServerCallContext context, Func<string, T> header,
        Func<ByteString, T> data)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{plan.Name}-{clock.GetUtcNow():yyyyMMdd-HHmmss}.zip");
        if (HttpCall.From(context) is { } http)
        {
            http.Content(new ZipContent(writer, plan, name));
            return;
        }

        await messages.WriteAsync(header(name), context.CancellationToken);
        var pipe = new Pipe();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var written = WriteAsync(plan, pipe.Writer, reading.Token);
        try
        {
            await ContentChunks.SendAsync(pipe.Reader.AsStream(), messages, data, context.CancellationToken);
        }
        finally
        {
            // Nothing is written that nobody reads.
            await reading.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await written;
        }
    }

    private async Task WriteAsync(ZipPlan plan, PipeWriter pipe, CancellationToken cancellation)
    {
        try
        {
            await writer.WriteAsync(plan, pipe.AsStream(leaveOpen: true), cancellation);
            await pipe.CompleteAsync();
        }
        catch (Exception error)
        {
            // Who reads the pipe meets it.
            await pipe.CompleteAsync(error);
        }
    }
}

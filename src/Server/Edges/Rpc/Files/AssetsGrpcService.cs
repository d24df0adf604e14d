using Directus.Grpc.Files.V1;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Files.Zips;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

/// <summary>Contents of files, as they are or made into something else; several as one archive in the other part.</summary>
internal sealed partial class AssetsGrpcService(AssetReader assets, IOptions<AssetOptions> options, ZipPlanner zips, ZipWriter writer,
    TimeProvider clock) : AssetsService.AssetsServiceBase
{
    public override async Task DownloadAsset(DownloadAssetRequest request, IServerStreamWriter<DownloadAssetResponse> responseStream,
        ServerCallContext context)
    {
        if (HttpCall.From(context) is { } http)
        {
            await AnswerAsync(http, request, context);
            return;
        }

        var asked = TransformationMessages.Parameters(request.Transformation);
        await using var asset = await assets.OpenAsync(context.GetCaller(), request.Id, asked, "", context.CancellationToken);
        var header = new DownloadAssetHeader { Name = Name(request, asset), Type = asset.Type, Size = asset.Content.Length, Etag = asset.Tag };
        await responseStream.WriteAsync(new DownloadAssetResponse { Header = header }, context.CancellationToken);
        await ContentChunks.SendAsync(asset.Content, 0, asset.Content.Length, responseStream,
            piece => new DownloadAssetResponse { Data = piece }, context.CancellationToken);
    }

    private async Task AnswerAsync(HttpCall http, DownloadAssetRequest request, ServerCallContext context)
    {
        var query = new AssetQuery(http.Http);
        var accept = http.Http.Request.Headers.Accept.ToString();
        var asset = await assets.OpenAsync(context.GetCaller(), request.Id, query.Parameters, accept, context.CancellationToken);
        try
        {
            http.Content(new AssetContent(http.Http.Request, asset, Name(request, asset), query.Download, options.Value));
        }
        catch
        {
            await asset.DisposeAsync();
            throw;
        }
    }

    private static string Name(DownloadAssetRequest request, Asset asset) => request.Name.Length > 0 ? request.Name : asset.Name;
}

using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Shares.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Shares;

// What those call who hold a share's link.
internal sealed partial class SharesGrpcService
{
    public override async Task<GetShareInfoResponse> GetShareInfo(GetShareInfoRequest request, ServerCallContext context)
    {
        var info = await receivers.InfoAsync(request.Id, HttpCall.From(context), context.CancellationToken);
        return new GetShareInfoResponse { Share = info };
    }

    public override async Task<AuthenticateShareResponse> AuthenticateShare(AuthenticateShareRequest request, ServerCallContext context)
    {
        var tokens = await receivers.AuthenticateAsync(request, HttpCall.From(context), context.GetCaller().Principal, context.CancellationToken);
        return new AuthenticateShareResponse { Tokens = tokens };
    }
}

using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Activity;

/// <summary>What was done.</summary>
internal sealed class ActivityGrpcService(LegacyRows rows) : LegacyActivityService.LegacyActivityServiceBase
{
    public override Task<Reply> ListActivity(ActivityRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, null, call => rows.ListAsync(call, ActivityTable.Of(call.Caller)));
}

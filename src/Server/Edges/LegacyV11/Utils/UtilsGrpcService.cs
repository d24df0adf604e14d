using Directus.Grpc.Legacy.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Utils;

/// <summary>Random texts and hashes, for users.</summary>
internal sealed class UtilsGrpcService(HashAnswer hashes) : LegacyUtilsService.LegacyUtilsServiceBase
{
    public override Task<Reply> GetRandom(UtilsRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, call => Task.FromResult(RandomAnswer.Of(call)));

    public override Task<Reply> GetHash(UtilsRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, hashes.AnswerAsync);
}

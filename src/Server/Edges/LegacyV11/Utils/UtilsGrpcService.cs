using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.Calls;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Utils;

/// <summary>Random texts and hashes, for users, and a sign of life.</summary>
internal sealed class UtilsGrpcService(HashAnswer hashes) : LegacyUtilsService.LegacyUtilsServiceBase
{
    private const string Pong = "pong";

    public override Task<Reply> Ping(UtilsRequest request, ServerCallContext context)
    {
        HttpCall.From(context)?.Text(Pong);
        return Task.FromResult(new Reply { Data = Value.ForString(Pong) });
    }

    public override Task<Reply> GetRandom(UtilsRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, call => Task.FromResult(RandomAnswer.Of(call)));

    public override Task<Reply> GetHash(UtilsRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, hashes.AnswerAsync);
}

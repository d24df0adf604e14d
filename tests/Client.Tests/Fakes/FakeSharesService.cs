using Directus.Grpc.Shares.V1;
using Grpc.Core;

namespace Directus.Grpc.Client.Tests.Fakes;

internal sealed class FakeSharesService(FakeState state) : SharesService.SharesServiceBase
{
    public override Task<AuthenticateShareResponse> AuthenticateShare(
        AuthenticateShareRequest request, ServerCallContext context) =>
        Task.FromResult(new AuthenticateShareResponse { Tokens = state.MakeTokens() });
}

using Directus.Grpc.Auth.V1;
using Grpc.Core;

namespace Directus.Grpc.Client.Tests.Fakes;

internal sealed class FakeAuthService(FakeState state) : AuthService.AuthServiceBase
{
    public override Task<LoginResponse> Login(LoginRequest request, ServerCallContext context)
    {
        if (request.Password != "right") throw FakeState.Refusal(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        return Task.FromResult(new LoginResponse { Tokens = state.MakeTokens() });
    }

    public override async Task<RefreshResponse> Refresh(RefreshRequest request, ServerCallContext context) =>
        new() { Tokens = await state.RefreshAsync(request.RefreshToken) };

    public override Task<LogoutResponse> Logout(LogoutRequest request, ServerCallContext context)
    {
        state.Logout(request.RefreshToken);
        return Task.FromResult(new LogoutResponse());
    }
}

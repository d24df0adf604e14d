using Directus.Grpc.Auth.V1;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace Directus.Grpc.Server.Edges.Rpc.Auth;

/// <summary>Logins over both faces.</summary>
internal sealed class AuthGrpcService(LoginService logins, PasswordResets resets, SsoProviders providers,
    TokenReplies replies) : AuthService.AuthServiceBase
{
    public override async Task<LoginResponse> Login(LoginRequest request, ServerCallContext context)
    {
        if (providers.DisablesDefault) throw DirectusException.RouteNotFound("/auth/login");
        var http = HttpCall.From(context);
        var payload = await ReadAsync(http, request, context.CancellationToken);
        var (email, password, mode) = (payload.Email("email"), payload.Required("password"), payload.Mode());
        var input = new LoginInput(email, password, payload.Optional("otp"), mode);
        var tokens = await logins.LoginAsync(input, context.GetCaller().Principal, context.CancellationToken);
        return new LoginResponse { Tokens = replies.Answer(http, tokens) };
    }

    public override async Task<RefreshResponse> Refresh(RefreshRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var refresh = RefreshPayload.Of(await ReadAsync(http, request, context.CancellationToken), CookiesOf(http));
        var tokens = await logins.RefreshAsync(refresh.Token, refresh.Mode, context.GetCaller().Principal, context.CancellationToken);
        return new RefreshResponse { Tokens = replies.Answer(http, tokens) };
    }

    public override async Task<LogoutResponse> Logout(LogoutRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var refresh = RefreshPayload.Of(await ReadAsync(http, request, context.CancellationToken), CookiesOf(http));
        await logins.LogoutAsync(refresh.Token, context.CancellationToken);
        CookiesOf(http)?.Clear(refresh.Mode);
        http?.NoContent();
        return new LogoutResponse();
    }

    public override async Task<RequestPasswordResetResponse> RequestPasswordReset(RequestPasswordResetRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var payload = await ReadAsync(http, request, context.CancellationToken);
        await resets.RequestAsync(payload.Field("email"), payload.Text("reset_url"), context.CancellationToken);
        http?.NoContent();
        return new RequestPasswordResetResponse();
    }

    public override async Task<ResetPasswordResponse> ResetPassword(ResetPasswordRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var payload = await ReadAsync(http, request, context.CancellationToken);
        var (token, password) = (payload.Field("token"), payload.Field("password"));
        await resets.ResetAsync(token, password, context.GetCaller().Principal, context.CancellationToken);
        http?.NoContent();
        return new ResetPasswordResponse();
    }

    public override Task<ListProvidersResponse> ListProviders(ListProvidersRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        TokenReplies.Guard(http);
        if (http is null) return Task.FromResult(ProviderMessages.Page(providers, request));
        // The app that keeps its session in a cookie asks for those that end in one.
        var sessionsOnly = QueryHelpers.ParseQuery(http.Http.Request.QueryString.Value).ContainsKey("sessionOnly");
        ProviderMessages.Answer(http, providers, sessionsOnly);
        return Task.FromResult(new ListProvidersResponse());
    }

    private TokenCookies? CookiesOf(HttpCall? http) => http is null ? null : replies.Cookies(http);

    private static async ValueTask<PayloadReader> ReadAsync(HttpCall? http, IMessage request, CancellationToken cancellation)
    {
        TokenReplies.Guard(http);
        return await PayloadReader.ReadAsync(http, request, cancellation);
    }
}

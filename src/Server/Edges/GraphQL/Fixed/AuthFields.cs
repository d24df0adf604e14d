using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Kernel;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Logins and passwords.</summary>
internal sealed class AuthFields(LoginService logins, PasswordResets resets, SsoProviders providers, TokenReplies replies) : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        new("auth_login", LoginAsync),
        new("auth_refresh", RefreshAsync),
        new("auth_logout", LogoutAsync),
        new("auth_password_request", RequestResetAsync),
        new("auth_password_reset", ResetAsync),
    ];

    private async Task<object?> LoginAsync(IResolveFieldContext context)
    {
        if (providers.DisablesDefault) throw DirectusException.RouteNotFound("/auth/login");
        var payload = ArgumentPayload.Of(context);
        // What is no address is nobody's: Directus says no more here.
        var input = new LoginInput(payload.Text("email") ?? "", payload.Required("password"), payload.Optional("otp"), payload.Mode());
        return Answer(context, await logins.LoginAsync(input, Client(context), context.CancellationToken));
    }

    private async Task<object?> RefreshAsync(IResolveFieldContext context)
    {
        var refresh = RefreshPayload.Of(ArgumentPayload.Of(context), replies.Cookies(GraphQLCall.Of(context).Http));
        return Answer(context, await logins.RefreshAsync(refresh.Token, refresh.Mode, Client(context), context.CancellationToken));
    }

    private async Task<object?> LogoutAsync(IResolveFieldContext context)
    {
        var cookies = replies.Cookies(GraphQLCall.Of(context).Http);
        var refresh = RefreshPayload.Of(ArgumentPayload.Of(context), cookies);
        await logins.LogoutAsync(refresh.Token, context.CancellationToken);
        cookies.Clear(refresh.Mode);
        return true;
    }

    private async Task<object?> RequestResetAsync(IResolveFieldContext context)
    {
        var payload = ArgumentPayload.Of(context);
        await resets.RequestAsync(payload.Field("email"), payload.Text("reset_url"), context.CancellationToken);
        return true;
    }

    private async Task<object?> ResetAsync(IResolveFieldContext context)
    {
        var payload = ArgumentPayload.Of(context);
        await resets.ResetAsync(payload.Field("token"), payload.Field("password"), Client(context), context.CancellationToken);
        return true;
    }

    private Row Answer(IResolveFieldContext context, IssuedTokens tokens)
    {
        replies.Cookies(GraphQLCall.Of(context).Http).Set(tokens);
        return new Row(ArgumentJson.Of(new Dictionary<string, object?>
        {
            ["expires"] = (long)tokens.Lifetime.TotalMilliseconds,
            ["refresh_token"] = tokens.Mode == LoginMode.Json ? tokens.RefreshToken : null,
            ["access_token"] = tokens.Mode == LoginMode.Session ? null : tokens.AccessToken,
        }));
    }

    private static Principal Client(IResolveFieldContext context) => GraphQLCall.Of(context).Caller.Principal;
}

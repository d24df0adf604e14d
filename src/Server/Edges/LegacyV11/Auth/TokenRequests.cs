using System.Text.Json;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Auth;

/// <summary>Tokens for a mail address and a password. Whatever is wrong with them reads the same.</summary>
internal sealed class TokenRequests(StaticTokens tokens, PasswordResets resets, SsoProviders providers)
{
    private static readonly LegacyAnswer Refusal = LegacyAnswer.Failure("Incorrect email or password");

    public async Task<LegacyAnswer> RequestAsync(LegacyCall call)
    {
        TokenReplies.Guard(call.Http);
        if (providers.DisablesDefault || Text(call, "email") is not { Length: > 0 } email || Text(call, "password") is not { Length: > 0 } password)
            return Refusal;
        try
        {
            var input = new LoginInput(email, password, Text(call, "otp"), LoginMode.Json);
            var token = await tokens.OfLoginAsync(input, call.Caller.Principal, call.Cancellation);
            return LegacyAnswer.Success(json =>
            {
                json.WriteStartObject();
                json.WriteString("token"u8, token);
                json.WriteEndObject();
            });
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.InvalidCredentials || refusal.Code == ErrorCodes.InvalidOtp
            || refusal.Code == ErrorCodes.UserSuspended)
        {
            return Refusal;
        }
    }

    /// <summary>Mails a link, if there is such an account. The password stays until another one is chosen: else anybody could lock out
    /// anybody.</summary>
    public async Task<LegacyAnswer> ForgotAsync(LegacyCall call)
    {
        await resets.RequestAsync(Text(call, "email") ?? "", page: null, call.Cancellation);
        return LegacyAnswer.Success();
    }

    private static string? Text(LegacyCall call, string name) =>
        call.Fields.TryGetProperty(name, out var value) ? LegacyParameters.TextOf(value) : null;
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Duende.IdentityModel.Client;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>What OAuth 2.0 and OpenID Connect share: the authorization code flow with PKCE.</summary>
internal sealed class CodeFlow(ProviderHttp http, ILogger<CodeFlow> logger)
{
    public static string Address(SsoProvider provider, string endpoint, string scope, SsoAttempt attempt, string? nonce, bool prompt)
    {
        var extra = new Parameters(JsonSetting.Read(provider.Options.Params).Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
        if (prompt && !extra.ContainsKey("prompt")) extra.Add("prompt", "consent");
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier)));
        return new RequestUrl(endpoint).CreateAuthorizeUrl(provider.Options.ClientId!, "code", provider.Options.Scope ?? scope, provider.Callback,
            attempt.State, nonce, codeChallenge: challenge, codeChallengeMethod: "S256", extra: extra);
    }

    /// <summary>Trades the code for tokens.</summary>
    public async Task<TokenResponse> TradeAsync(SsoProvider provider, string endpoint, SsoAttempt attempt, SsoAnswer answer, CancellationToken cancellation)
    {
        var method = provider.Options.ClientAuthentication;
        using var request = new AuthorizationCodeTokenRequest
        {
            Address = endpoint,
            ClientId = provider.Options.ClientId!,
            ClientSecret = method == "none" ? null : provider.Options.ClientSecret,
            ClientCredentialStyle = method == "client_secret_basic" ? ClientCredentialStyle.AuthorizationHeader : ClientCredentialStyle.PostBody,
            Code = answer.Code!,
            RedirectUri = provider.Callback,
            CodeVerifier = attempt.Verifier,
        };
        var tokens = await http.Client.RequestAuthorizationCodeTokenAsync(request, cancellation);
        RequireAnswer(provider, "token endpoint", tokens, cancellation);
        return string.IsNullOrEmpty(tokens.AccessToken) ? throw Untrusted(provider, "there is no access token") : tokens;
    }

    /// <summary>The profile that an access token opens.</summary>
    public async Task<JsonObject> ProfileAsync(SsoProvider provider, string endpoint, string accessToken, CancellationToken cancellation)
    {
        using var request = new UserInfoRequest { Address = endpoint, Token = accessToken };
        var profile = await http.Client.GetUserInfoAsync(request, cancellation);
        RequireAnswer(provider, "profile", profile, cancellation);
        return profile.Json is { ValueKind: JsonValueKind.Object } json
            ? JsonObject.Create(json.Clone())!
            : throw Untrusted(provider, "the profile is no JSON object");
    }

    public DirectusException Untrusted(SsoProvider provider, string reason)
    {
        SsoLog.Untrusted(logger, provider.Name, reason);
        return new DirectusException(ErrorCodes.InvalidToken);
    }

    public DirectusException Unavailable(SsoProvider provider, string endpoint, string reason)
    {
        SsoLog.BadAnswer(logger, provider.Name, endpoint, reason);
        return new DirectusException([new DirectusError(ErrorCodes.ServiceUnavailable, $"Service \"{provider.Name}\" is unavailable.",
            new Dictionary<string, object?> { ["service"] = provider.Name })]);
    }

    // An answer's own words may repeat what was sent, so only its kind is told.
    private void RequireAnswer(SsoProvider provider, string endpoint, ProtocolResponse response, CancellationToken cancellation)
    {
        if (!response.IsError) return;
        cancellation.ThrowIfCancellationRequested();
        var status = (int)response.HttpStatusCode;
        if (response.ErrorType == ResponseErrorType.Exception || status >= 500)
            throw Unavailable(provider, endpoint, response.Exception?.GetType().Name ?? $"status {status}");
        if (response.Error is "invalid_client" or "unauthorized_client")
        {
            SsoLog.BadAnswer(logger, provider.Name, endpoint, response.Error);
            throw new DirectusException(ErrorCodes.InvalidProviderConfig);
        }

        throw Untrusted(provider, $"the {endpoint} answers {status}");
    }
}

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
    public async Task<TokenResponse> TradeAsync(SsoProvider provider, string endpoint, SsoAttempt attempt, SsoAnswer answer,
        CancellationToken cancellation)
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
        var tokens = await AskAsync(provider, "token endpoint", () => http.Client.RequestAuthorizationCodeTokenAsync(request, cancellation),
            cancellation);
        return string.IsNullOrEmpty(tokens.AccessToken) ? throw Untrusted(provider, "there is no access token") : tokens;
    }

    /// <summary>The profile that an access token opens.</summary>
    public async Task<JsonObject> ProfileAsync(SsoProvider provider, string endpoint, string accessToken, CancellationToken cancellation)
    {
        using var request = new UserInfoRequest { Address = endpoint, Token = accessToken };
        var profile = await AskAsync(provider, "profile", () => http.Client.GetUserInfoAsync(request, cancellation), cancellation);
        return Claims(provider, profile.Raw ?? "");
    }

    /// <summary>The claims that a text holds.</summary>
    public JsonObject Claims(SsoProvider provider, string json)
    {
        try
        {
            // Of a name that is there twice nobody knows which one counts.
            if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject claims)
                return claims;
        }
        catch (JsonException failure)
        {
            throw Untrusted(provider, failure.GetType().Name);
        }

        throw Untrusted(provider, "the profile is no JSON object");
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

    private async Task<T> AskAsync<T>(SsoProvider provider, string endpoint, Func<Task<T>> ask, CancellationToken cancellation)
        where T : ProtocolResponse
    {
        try
        {
            var response = await ask();
            cancellation.ThrowIfCancellationRequested();
            RequireAnswer(provider, endpoint, response);
            return response;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Unavailable(provider, endpoint, "it takes too long");
        }
    }

    // An answer's own words may repeat what was sent, so only its kind is told.
    private void RequireAnswer(SsoProvider provider, string endpoint, ProtocolResponse response)
    {
        if (!response.IsError) return;
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

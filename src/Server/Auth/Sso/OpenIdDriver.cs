using System.Collections.Concurrent;
using System.IdentityModel.Tokens.Jwt;
using System.Text.Json.Nodes;
using Duende.IdentityModel.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>OpenID Connect: a signed id token says who it is, for this login and this client; the profile may add to it.</summary>
internal sealed class OpenIdDriver(CodeFlow flow, ProviderHttp http) : ISsoDriver
{
    private const string WellKnown = "/.well-known/openid-configuration";

    // Signatures by keys that only the provider has. "none" is no signature, and an HMAC's key is known to both sides.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _documents = new();
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    // The attempt's life bounds that of its nonce, which needs no time of its own.
    private readonly OpenIdConnectProtocolValidator _protocol = new() { RequireTimeStampInNonce = false };

    public string Name => "openid";

    public ProfileKeys Keys { get; } = new("sub", "email", "given_name", "family_name");

    public IEnumerable<string> Missing(ProviderOptions options)
    {
        if (string.IsNullOrEmpty(options.ClientId)) yield return "CLIENT_ID";
        if (string.IsNullOrEmpty(options.IssuerUrl)) yield return "ISSUER_URL";
    }

    public async Task<string> AddressAsync(SsoProvider provider, SsoAttempt attempt, bool prompt, CancellationToken cancellation)
    {
        var document = await DocumentAsync(provider, cancellation);
        return CodeFlow.Address(provider, document.AuthorizationEndpoint, "openid profile email", attempt, attempt.Nonce, prompt);
    }

    public async Task<SsoProfile> ProfileAsync(SsoProvider provider, SsoAttempt attempt, SsoAnswer answer, CancellationToken cancellation)
    {
        var document = await DocumentAsync(provider, cancellation);
        if (answer.Issuer is { } issuer && issuer != document.Issuer) throw flow.Untrusted(provider, "another issuer answers");
        var tokens = await flow.TradeAsync(provider, document.TokenEndpoint, attempt, answer, cancellation);
        var idToken = await IdTokenAsync(provider, attempt, tokens);
        var claims = flow.Claims(provider, Base64UrlEncoder.Decode(idToken.EncodedPayload));
        if (string.IsNullOrEmpty(document.UserInfoEndpoint)) return new SsoProfile(claims);

        var profile = await flow.ProfileAsync(provider, document.UserInfoEndpoint, tokens.AccessToken!, cancellation);
        RequireSameSubject(provider, idToken, profile);
        foreach (var (name, value) in profile) claims[name] = value?.DeepClone();
        return new SsoProfile(claims);
    }

    // Issuer, audience, signature and times, then what ties the token to this login: nonce, azp and at_hash.
    private async Task<JsonWebToken> IdTokenAsync(SsoProvider provider, SsoAttempt attempt, TokenResponse tokens)
    {
        if (string.IsNullOrEmpty(tokens.IdentityToken)) throw flow.Untrusted(provider, "there is no id token");
        var result = await _handler.ValidateTokenAsync(tokens.IdentityToken, new TokenValidationParameters
        {
            ConfigurationManager = Documents(provider),
            ValidAudience = provider.Options.ClientId,
            ValidAlgorithms = Algorithms,
            ClockSkew = TimeSpan.FromMinutes(1),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
            throw flow.Untrusted(provider, result.Exception?.GetType().Name ?? "the id token is none");
        Require(provider, validator => validator.ValidateTokenResponse(new OpenIdConnectProtocolValidationContext
        {
            ClientId = provider.Options.ClientId,
            Nonce = attempt.Nonce,
            ProtocolMessage = new OpenIdConnectMessage { IdToken = tokens.IdentityToken, AccessToken = tokens.AccessToken },
            ValidatedIdToken = JwtSecurityTokenConverter.Convert(token),
        }));
        return token;
    }

    private void RequireSameSubject(SsoProvider provider, JsonWebToken idToken, JsonObject profile) =>
        Require(provider, validator => validator.ValidateUserInfoResponse(new OpenIdConnectProtocolValidationContext
        {
            UserInfoEndpointResponse = profile.ToJsonString(),
            ValidatedIdToken = JwtSecurityTokenConverter.Convert(idToken),
        }));

    private void Require(SsoProvider provider, Action<OpenIdConnectProtocolValidator> check)
    {
        try
        {
            check(_protocol);
        }
        catch (OpenIdConnectProtocolException failure)
        {
            throw flow.Untrusted(provider, failure.GetType().Name);
        }
    }

    private async Task<OpenIdConnectConfiguration> DocumentAsync(SsoProvider provider, CancellationToken cancellation)
    {
        OpenIdConnectConfiguration document;
        try
        {
            document = await Documents(provider).GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException failure)
        {
            throw flow.Unavailable(provider, "discovery document", failure.GetBaseException().GetType().Name);
        }

        var secure = IsSecure(provider.Options.IssuerUrl!);
        string?[] endpoints = [document.AuthorizationEndpoint, document.TokenEndpoint];
        var usable = !string.IsNullOrEmpty(document.Issuer) && endpoints.All(endpoint => !string.IsNullOrEmpty(endpoint)) &&
            endpoints.Append(document.UserInfoEndpoint).All(endpoint => string.IsNullOrEmpty(endpoint) || !secure || IsSecure(endpoint));
        return usable ? document : throw flow.Unavailable(provider, "discovery document", "endpoints are missing, or not encrypted");
    }

    // Fetched when it is needed first, kept, and fetched anew when a token is signed by a key that is not known yet.
    private ConfigurationManager<OpenIdConnectConfiguration> Documents(SsoProvider provider) => _documents.GetOrAdd(provider.Name, _ =>
    {
        var url = provider.Options.IssuerUrl!;
        var address = url.Contains("/.well-known/", StringComparison.Ordinal) ? url : url.TrimEnd('/') + WellKnown;
        return new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http.Client) { RequireHttps = IsSecure(url) });
    });

    private static bool IsSecure(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}

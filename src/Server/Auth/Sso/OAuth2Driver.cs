namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>OAuth 2.0: whoever gets an access token is who its profile says.</summary>
internal sealed class OAuth2Driver(CodeFlow flow) : ISsoDriver
{
    public string Name => "oauth2";

    // Profiles have no common form; as in Directus people are known by their mail address unless IDENTIFIER_KEY is set.
    public ProfileKeys Keys { get; } = new("email", "email", null, null);

    public IEnumerable<string> Missing(ProviderOptions options)
    {
        if (string.IsNullOrEmpty(options.ClientId)) yield return "CLIENT_ID";
        if (string.IsNullOrEmpty(options.AuthorizeUrl)) yield return "AUTHORIZE_URL";
        if (string.IsNullOrEmpty(options.AccessUrl)) yield return "ACCESS_URL";
        if (string.IsNullOrEmpty(options.ProfileUrl)) yield return "PROFILE_URL";
    }

    public Task<string> AddressAsync(SsoProvider provider, SsoAttempt attempt, bool prompt, CancellationToken cancellation) =>
        Task.FromResult(CodeFlow.Address(provider, provider.Options.AuthorizeUrl!, "email", attempt, nonce: null, prompt));

    public async Task<SsoProfile> ProfileAsync(SsoProvider provider, SsoAttempt attempt, SsoAnswer answer, CancellationToken cancellation)
    {
        var tokens = await flow.TradeAsync(provider, provider.Options.AccessUrl!, attempt, answer, cancellation);
        return new SsoProfile(await flow.ProfileAsync(provider, provider.Options.ProfileUrl!, tokens.AccessToken!, cancellation));
    }
}

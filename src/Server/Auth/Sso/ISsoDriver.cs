namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>A way in which another server vouches for a user: the browser is sent there and comes back with an answer. Chosen
/// by AUTH_&lt;NAME&gt;_DRIVER.</summary>
internal interface ISsoDriver
{
    string Name { get; }

    /// <summary>Where a profile has what an account takes, unless the configuration says otherwise.</summary>
    ProfileKeys Keys { get; }

    /// <summary>The variables that are needed and not set, without the AUTH_&lt;NAME&gt;_ before them.</summary>
    IEnumerable<string> Missing(ProviderOptions options);

    /// <summary>The address that the browser is sent to.</summary>
    Task<string> AddressAsync(SsoProvider provider, SsoAttempt attempt, bool prompt, CancellationToken cancellation);

    /// <summary>Who came back, once it is certain that the provider says so. INVALID_TOKEN when it is not,
    /// SERVICE_UNAVAILABLE when the provider does not answer.</summary>
    Task<SsoProfile> ProfileAsync(SsoProvider provider, SsoAttempt attempt, SsoAnswer answer, CancellationToken cancellation);
}

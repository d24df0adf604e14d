using System.Collections.Frozen;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>The providers that are set up, in the order of AUTH_PROVIDERS.</summary>
internal sealed class SsoProviders
{
    private readonly FrozenDictionary<string, SsoProvider> _byName;

    // By host and port; those of hosts that are not told of are at PUBLIC_URL.
    private readonly FrozenDictionary<(string Host, string Name), SsoProvider> _elsewhere;

    public SsoProviders(IOptions<SsoOptions> options, IEnumerable<ISsoDriver> drivers, PublicAddress address)
    {
        var built = drivers.ToFrozenDictionary(driver => driver.Name);
        DisablesDefault = options.Value.DisableDefault;
        IEnumerable<SsoProvider> At(PublicAddress at) => options.Value.List.Select(name =>
        {
            var provider = options.Value.Providers[name];
            var redirects = new LoginRedirects(new AllowedLinks(provider.RedirectAllowList), at);
            return new SsoProvider(name, provider, built[provider.Driver], new Uri(at.Of($"/auth/login/{name}")), redirects);
        });
        All = [.. At(address)];
        _byName = All.ToFrozenDictionary(provider => provider.Name);
        _elsewhere = SsoOptions.NamesIn(options.Value.AllowedPublicUrls).SelectMany(url => At(new PublicAddress(url)))
            .DistinctBy(Place).ToFrozenDictionary(Place);
    }

    public IReadOnlyList<SsoProvider> All { get; }

    /// <summary>Whether the login by mail address and password is switched off.</summary>
    public bool DisablesDefault { get; }

    /// <summary>The provider with that name; ROUTE_NOT_FOUND, as it is only met in addresses, when there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="host">The host, with its port where it has one, that the call was sent to.</param>
    /// <param name="path">The path of the call.</param>
    public SsoProvider Get(string name, string host, string path) =>
        _elsewhere.TryGetValue((host.ToLowerInvariant(), name), out var there) ? there
        : _byName.TryGetValue(name, out var provider) ? provider
        : throw DirectusException.RouteNotFound(path);

    private static (string Host, string Name) Place(SsoProvider provider) => (provider.Login.Authority, provider.Name);
}

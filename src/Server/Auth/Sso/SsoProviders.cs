using System.Collections.Frozen;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>The providers that are set up, in the order of AUTH_PROVIDERS.</summary>
internal sealed class SsoProviders
{
    private readonly FrozenDictionary<string, SsoProvider> _byName;

    public SsoProviders(IOptions<SsoOptions> options, IEnumerable<ISsoDriver> drivers, PublicAddress address)
    {
        var built = drivers.ToFrozenDictionary(driver => driver.Name);
        DisablesDefault = options.Value.DisableDefault;
        All = [.. options.Value.List.Select(name =>
        {
            var provider = options.Value.Providers[name];
            var redirects = new LoginRedirects(new AllowedLinks(provider.RedirectAllowList), address);
            return new SsoProvider(name, provider, built[provider.Driver], new Uri(address.Of($"/auth/login/{name}")), redirects);
        })];
        _byName = All.ToFrozenDictionary(provider => provider.Name);
    }

    public IReadOnlyList<SsoProvider> All { get; }

    /// <summary>Whether the login by mail address and password is switched off.</summary>
    public bool DisablesDefault { get; }

    /// <summary>The provider with that name; ROUTE_NOT_FOUND, as it is only met in addresses, when there is none.</summary>
    public SsoProvider Get(string name, string path) =>
        _byName.TryGetValue(name, out var provider) ? provider : throw DirectusException.RouteNotFound(path);
}

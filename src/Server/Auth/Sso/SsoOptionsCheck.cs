using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>Refuses a start with providers that could not work, naming the variable.</summary>
internal sealed partial class SsoOptionsCheck(IEnumerable<ISsoDriver> drivers) : IValidateOptions<SsoOptions>
{
    // Of Directus, and not of this server yet.
    private static readonly string[] Known = ["ldap", "saml", "local"];

    // They are what the login rests on.
    private static readonly string[] Reserved =
        ["client_id", "redirect_uri", "response_type", "scope", "state", "nonce", "code_challenge", "code_challenge_method",
            "request", "request_uri"];

    public ValidateOptionsResult Validate(string? name, SsoOptions options)
    {
        var failures = options.List.SelectMany(provider => Failures(provider, options)).ToList();
        if (options.List.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.List.Count) failures.Add("AUTH_PROVIDERS has a name twice.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(string name, SsoOptions options)
    {
        if (!Name().IsMatch(name) || name.Equals("default", StringComparison.OrdinalIgnoreCase))
            return [$"AUTH_PROVIDERS: \"{name}\" is no name for a provider; letters, digits, _ and - are, \"default\" is the server's own."];
        var prefix = $"AUTH_{name.ToUpperInvariant()}_";
        if (!options.Providers.TryGetValue(name, out var provider) || provider.Driver.Length == 0) return [$"{prefix}DRIVER is not set."];
        var driver = drivers.FirstOrDefault(driver => driver.Name == provider.Driver);
        if (driver is null) return [Unknown(prefix, provider.Driver)];
        return driver.Missing(provider).Select(variable => $"{prefix}{variable} is not set.").Concat(Malformed(prefix, provider));
    }

    private string Unknown(string prefix, string driver)
    {
        var built = string.Join(" and ", drivers.Select(known => known.Name).Order(StringComparer.Ordinal));
        return Known.Contains(driver)
            ? $"{prefix}DRIVER={driver} is not supported by this server yet; {built} are."
            : $"{prefix}DRIVER has to be one of {built}.";
    }

    private static IEnumerable<string> Malformed(string prefix, ProviderOptions provider)
    {
        if (provider.ClientAuthentication != "none" && string.IsNullOrEmpty(provider.ClientSecret)) yield return $"{prefix}CLIENT_SECRET is not set.";
        if (provider.DefaultRole is not null && !Guid.TryParse(provider.DefaultRole, out _))
            yield return $"{prefix}DEFAULT_ROLE_ID has to be the key of a role.";
        if (!JsonSetting.TryRead(provider.RoleMapping, out var roles) || roles.Any(role => !Guid.TryParse(role.Value, out _)))
            yield return $"{prefix}ROLE_MAPPING has to be a JSON object of groups and keys of roles.";
        if (!JsonSetting.TryRead(provider.Params, out var parameters)) yield return $"{prefix}PARAMS has to be a JSON object of texts.";
        else if (parameters.Select(parameter => parameter.Name).Intersect(Reserved).FirstOrDefault() is { } reserved)
            yield return $"{prefix}PARAMS must not have \"{reserved}\".";
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

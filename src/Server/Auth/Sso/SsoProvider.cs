namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>A provider that is set up.</summary>
/// <param name="Name">Its name, which its users have as `provider`.</param>
/// <param name="Options">Its configuration.</param>
/// <param name="Driver">How it is spoken to.</param>
/// <param name="Login">Address where logins begin.</param>
/// <param name="Redirects">Where logins may lead to.</param>
internal sealed record SsoProvider(string Name, ProviderOptions Options, ISsoDriver Driver, Uri Login, LoginRedirects Redirects)
{
    public string Label => Options.Label ?? Name;

    /// <summary>Where the provider sends the browser back to.</summary>
    public string Callback => $"{Login.AbsoluteUri}/callback";

    public LoginMode Mode => Options.Mode == "cookie" ? LoginMode.Cookie : LoginMode.Session;

    /// <summary>The driver's keys, as far as the configuration has no others.</summary>
    public ProfileKeys Keys
    {
        get
        {
            var email = Options.EmailKey ?? Driver.Keys.Email;
            // Of a driver without an identifier of its own, the mail address is it, wherever that stands.
            var identifier = Options.IdentifierKey ?? (Driver.Keys.Identifier == Driver.Keys.Email ? email : Driver.Keys.Identifier);
            return new(identifier, email, Options.FirstNameKey ?? Driver.Keys.FirstName, Options.LastNameKey ?? Driver.Keys.LastName);
        }
    }
}

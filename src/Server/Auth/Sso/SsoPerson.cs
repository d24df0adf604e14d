using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>A profile as an account takes it.</summary>
internal sealed record SsoPerson(string Identifier, string? Email, string? FirstName, string? LastName, Guid? Role)
{
    // The columns' lengths.
    private const int LongestIdentifier = 255, LongestEmail = 128, LongestName = 50;

    /// <summary>INVALID_CREDENTIALS for a profile without a usable identifier, or whose mail address has to be confirmed and
    /// is not.</summary>
    public static SsoPerson Of(SsoProvider provider, SsoProfile profile)
    {
        var keys = provider.Keys;
        var verified = profile.IsTrue("email_verified");
        if (profile.Text(keys.Identifier) is not { Length: <= LongestIdentifier } identifier || identifier.Any(char.IsControl))
            throw DirectusException.InvalidCredentials();
        // Whoever is known by an address that nobody has confirmed may be anyone.
        if (provider.Options.RequireVerifiedEmail && keys.Identifier == keys.Email && !verified) throw DirectusException.InvalidCredentials();
        var email = provider.Options.RequireVerifiedEmail && !verified ? null : Address(profile.Text(keys.Email));
        return new SsoPerson(identifier, email, Name(profile.Text(keys.FirstName)), Name(profile.Text(keys.LastName)),
            RoleOf(provider.Options, profile));
    }

    private static Guid? RoleOf(ProviderOptions options, SsoProfile profile)
    {
        var groups = profile.Texts(options.GroupClaim);
        var mapped = JsonSetting.Read(options.RoleMapping).Where(entry => groups.Contains(entry.Name)).Select(entry => entry.Value).FirstOrDefault();
        return (mapped ?? options.DefaultRole) is { } role ? Guid.Parse(role) : null;
    }

    private static string? Address(string? text) =>
        text is { Length: <= LongestEmail } && EmailAddress.IsValid(text) ? EmailAddress.Normalize(text) : null;

    private static string? Name(string? text)
    {
        if (text is null || text.Any(char.IsControl)) return null;
        if (text.Length <= LongestName) return text;
        // Half of a pair is no character.
        return text[..(char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }
}

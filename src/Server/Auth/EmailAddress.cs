using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Auth;

/// <summary>Mail addresses as accounts know them.</summary>
internal static partial class EmailAddress
{
    private const int Longest = 254;

    /// <summary>The form in which two addresses are compared. Only letter case is evened out: more (accents, width) would
    /// let one person take over another's account.</summary>
    public static string Normalize(string address) => address.ToLowerInvariant();

    public static bool IsValid(string address) => address.Length <= Longest && Form().IsMatch(address);

    // A dotted word of at most 64 characters, then a domain of two or more labels.
    [GeneratedRegex(@"^(?=[^@]{1,64}@)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@" +
        @"(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

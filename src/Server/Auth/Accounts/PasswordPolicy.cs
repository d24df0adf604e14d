using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>What `auth_password_policy` of the settings asks of passwords: a regular expression, written as in JavaScript.</summary>
internal static partial class PasswordPolicy
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>FAILED_VALIDATION when the password doesn't keep the policy.</summary>
    public static async Task RequireAsync(DbSession session, IReadOnlyCollection<string> passwords, CancellationToken cancellation)
    {
        if (passwords.Count == 0) return;
        var settings = await session.Table<SettingsRow>().FirstOrDefaultAsync(cancellation);
        if (settings?.PasswordPolicy is not { Length: > 0 } policy) return;
        foreach (var password in passwords)
            if (!Keeps(policy, password)) throw Refused(password);
    }

    // A pattern that cannot be read, or runs wild, lets nothing through.
    private static bool Keeps(string policy, string password)
    {
        var (pattern, options) = (policy, RegexOptions.CultureInvariant);
        if (Literal().Match(policy) is { Success: true } literal)
        {
            pattern = literal.Groups["pattern"].Value;
            var flags = literal.Groups["flags"].Value;
            if (flags.Contains('i')) options |= RegexOptions.IgnoreCase;
            if (flags.Contains('m')) options |= RegexOptions.Multiline;
            if (flags.Contains('s')) options |= RegexOptions.Singleline;
        }

        try
        {
            return Regex.IsMatch(password, pattern, options, Patience);
        }
        catch (Exception error) when (error is RegexMatchTimeoutException or ArgumentException)
        {
            return false;
        }
    }

    private static DirectusException Refused(string password) => new([new DirectusError(ErrorCodes.FailedValidation,
        "Validation failed for field \"password\". Value doesn't have the correct format.",
        new Dictionary<string, object?> { ["field"] = "password", ["path"] = Array.Empty<object>(), ["type"] = "regex", ["invalid"] = password })]);

    [GeneratedRegex("^/(?<pattern>.*)/(?<flags>[a-z]*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Literal();
}

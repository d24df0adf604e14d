using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using LinqToDB;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>Sets up a second factor and takes it away. Who may update their own `tfa_secret` may do so, and who has to have
/// one (`enforce_tfa`).</summary>
internal sealed class TwoFactor(AccountStore accounts, LoginAttempts attempts, ItemRights rights, PolicyGlobals policies, IPasswordHasher hasher,
    TimeProvider time)
{
    private const string Field = "tfa_secret";

    /// <summary>A new secret with the address that authenticator apps read; nothing is stored. INVALID_CREDENTIALS for a
    /// wrong password.</summary>
    public async Task<TwoFactorSecret> GenerateAsync(Caller caller, string password, CancellationToken cancellation)
    {
        var user = await OwnAsync(caller, cancellation);
        var attempt = await attempts.BeginAsync(user.Id, cancellation);
        if (!attempt.Counts || user.Password is null || !await hasher.VerifyAsync(user.Password, password, cancellation))
        {
            await attempts.FailedAsync(attempt, caller.Principal, cancellation);
            throw DirectusException.InvalidCredentials();
        }

        attempts.Succeeded(attempt);
        if (user.TfaSecret is not null) throw AlreadySet();
        var project = (await accounts.SettingsAsync(cancellation)).ProjectName;
        return TwoFactorSecret.New(project, user.Email ?? user.Id.ToString());
    }

    public async Task EnableAsync(Caller caller, string secret, string otp, CancellationToken cancellation)
    {
        var user = await OwnAsync(caller, cancellation);
        await RequireMayChangeAsync(caller, user.Id, cancellation);
        if (user.TfaSecret is not null) throw AlreadySet();
        if (secret.Length > TwoFactorSecret.LongestText || !Totp.Matches(secret, otp, time.GetUtcNow())) throw WrongCode();
        var set = await accounts.ChangeAsync(caller.Principal, user.Id,
            rows => rows.Where(row => row.TfaSecret == null).Set(row => row.TfaSecret, secret),
            new JsonObject { [Field] = AccountStore.Masked }, endSessions: false, cancellation);
        if (!set) throw AlreadySet();
    }

    public async Task DisableAsync(Caller caller, string otp, CancellationToken cancellation)
    {
        var user = await OwnAsync(caller, cancellation);
        if (user.TfaSecret is not { } secret) throw DirectusException.InvalidPayload($"User \"{user.Id}\" doesn't have TFA enabled");
        await RequireMayChangeAsync(caller, user.Id, cancellation);
        // Codes are short: whoever holds only a session must not find one by trying.
        var attempt = await attempts.BeginAsync(user.Id, cancellation);
        if (!attempt.Counts || !Totp.Matches(secret, otp, time.GetUtcNow()))
        {
            await attempts.FailedAsync(attempt, caller.Principal, cancellation);
            throw WrongCode();
        }

        attempts.Succeeded(attempt);
        await ClearAsync(caller, user.Id, cancellation);
    }

    /// <summary>Takes another's second factor away, whose device is lost; for administrators.</summary>
    public async Task DisableOfAsync(Caller caller, Guid user, CancellationToken cancellation)
    {
        if (caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        if (!caller.Principal.Admin || await accounts.FindAsync(user, cancellation) is null) throw DirectusException.Forbidden();
        await ClearAsync(caller, user, cancellation);
    }

    private Task<bool> ClearAsync(Caller caller, Guid user, CancellationToken cancellation) => accounts.ChangeAsync(caller.Principal, user,
        rows => rows.Where(row => row.TfaSecret != null).Set(row => row.TfaSecret, (string?)null),
        new JsonObject { [Field] = null }, endSessions: false, cancellation);

    private async Task<UserRow> OwnAsync(Caller caller, CancellationToken cancellation) =>
        caller.Principal.User is { } id && await accounts.FindAsync(id, cancellation) is { } user
            ? user : throw DirectusException.InvalidCredentials();

    private async Task RequireMayChangeAsync(Caller caller, Guid user, CancellationToken cancellation)
    {
        if (caller.Access.IsUnrestricted || await policies.EnforceTfaAsync(caller, cancellation)) return;
        caller.Require(SystemCollections.Users, AccessAction.Update);
        var granting = caller.Access.For(SystemCollections.Users, AccessAction.Update).Where(rule => rule.Allows(Field));
        var granted = caller with { Access = AccessRules.Only(SystemCollections.Users, AccessAction.Update, granting) };
        if (!await rights.MayAsync(granted, AccessAction.Update, SystemCollections.Users, user.ToString(), cancellation))
            throw DirectusException.Forbidden(SystemCollections.Users, Field);
    }

    private static DirectusException AlreadySet() => DirectusException.InvalidPayload("TFA Secret is already set for this user");

    private static DirectusException WrongCode() => DirectusException.InvalidPayload("\"otp\" is invalid");
}

/// <summary>A new secret for one-time passwords, and the address from which authenticator apps take it.</summary>
internal sealed record TwoFactorSecret(string Secret, string Url)
{
    /// <summary>The longest secret that is taken.</summary>
    public const int LongestText = 128;

    // As long as the digest of SHA-1, which RFC 4226 recommends.
    private const int Bytes = 20;

    public static TwoFactorSecret New(string project, string account)
    {
        var secret = Totp.Encode(RandomNumberGenerator.GetBytes(Bytes));
        var (issuer, name) = (Uri.EscapeDataString(project), Uri.EscapeDataString(account));
        return new TwoFactorSecret(secret, $"otpauth://totp/{issuer}:{name}?secret={secret}&period=30&digits=6&algorithm=SHA1&issuer={issuer}");
    }
}

using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth;

/// <summary>Whether those who log in are who they say. Each try counts as an attempt on the account, and every refusal reads
/// the same.</summary>
internal sealed class LoginCheck(AccountStore accounts, LoginAttempts attempts, IPasswordHasher hasher, TimeProvider time)
{
    /// <summary>Whose mail address, password and code they are.</summary>
    public async Task<UserRow> ByPasswordAsync(LoginInput input, Principal client, CancellationToken cancellation)
    {
        var user = await accounts.FindAsync(input.Email, cancellation);
        if (user is not { Password: not null, Provider: UserRow.DefaultProvider, Status: UserRow.Active }) user = null;
        var attempt = await attempts.BeginAsync(user?.Id ?? Guid.Empty, cancellation);
        var right = await hasher.VerifyAsync(user is not null && attempt.Counts ? user.Password! : hasher.Decoy, input.Password, cancellation);
        if (user is null) throw DirectusException.InvalidCredentials();

        await EndAsync(attempt, right, user, input.Otp, client, cancellation);
        return user;
    }

    /// <summary>The account that a provider has vouched for: it has to be active, and a second factor is asked for as with a
    /// password.</summary>
    public async Task ByProviderAsync(UserRow user, string? otp, Principal client, CancellationToken cancellation)
    {
        if (user.Status != UserRow.Active) throw DirectusException.InvalidCredentials();
        if (user.TfaSecret is not { Length: > 0 }) return;

        var attempt = await attempts.BeginAsync(user.Id, cancellation);
        await EndAsync(attempt, attempt.Counts, user, otp, client, cancellation);
    }

    private async Task EndAsync(LoginAttempt attempt, bool right, UserRow user, string? otp, Principal client, CancellationToken cancellation)
    {
        var needsCode = right && user.TfaSecret is { Length: > 0 };
        if (right && (!needsCode || (otp is not null && Totp.Matches(user.TfaSecret!, otp, time.GetUtcNow()))))
        {
            attempts.Succeeded(attempt);
            return;
        }

        // Who has not given a code yet is asked for it, which is neither a failure nor a success.
        if (needsCode && otp is null) attempts.Withdraw(attempt);
        else await attempts.FailedAsync(attempt, client, cancellation);
        throw needsCode ? new DirectusException(ErrorCodes.InvalidOtp) : DirectusException.InvalidCredentials();
    }
}

using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Caching.Memory;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>Counts attempts on an account since its last success: as many as `auth_login_attempts` of the settings may fail,
/// then it is suspended. An attempt counts from its begin, so that many at once are no more than one after the other. Each
/// server counts for itself.</summary>
internal sealed class LoginAttempts(AccountStore accounts, ItemWriter writer, ILogger<LoginAttempts> logger) : IDisposable
{
    private const int Capacity = 100_000;

    // Suspending the last administrator would lock everyone out for good; so they are locked out for a while.
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>Counts an attempt.</summary>
    public async Task<LoginAttempt> BeginAsync(Guid user, CancellationToken cancellation)
    {
        var limit = (await accounts.SettingsAsync(cancellation)).LoginAttempts;
        if (limit is null or <= 0) return new LoginAttempt(user, 0, null);
        return new LoginAttempt(user, Interlocked.Increment(ref CountOf(user).Value), limit);
    }

    public void Succeeded(LoginAttempt attempt) => _counts.Remove(attempt.User);

    /// <summary>Takes back an attempt that turned out to be none: a login that is yet to bring its code.</summary>
    public void Withdraw(LoginAttempt attempt)
    {
        if (attempt.Limit is not null) Interlocked.Decrement(ref CountOf(attempt.User).Value);
    }

    /// <summary>Suspends the account when this was the last attempt it had.</summary>
    public async Task FailedAsync(LoginAttempt attempt, Principal client, CancellationToken cancellation)
    {
        if (attempt.Limit != attempt.Number) return;
        try
        {
            var suspended = JsonSerializer.SerializeToElement(new { status = UserRow.Suspended });
            var write = new ItemWrite.Update(SystemCollections.Users, [JsonSerializer.SerializeToElement(attempt.User)], suspended);
            await writer.WriteAsync(accounts.System(client), write, cancellation);
            _counts.Remove(attempt.User);
            LoginLog.Suspended(logger, attempt.User);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.UnprocessableContent)
        {
            _counts.Set(attempt.User, CountOf(attempt.User), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lock });
            LoginLog.LastAdminLocked(logger, attempt.User);
        }
    }

    public void Dispose() => _counts.Dispose();

    private Count CountOf(Guid user)
    {
        lock (_counts) return _counts.GetOrCreate(user, _ => new Count(), new MemoryCacheEntryOptions { Size = 1 })!;
    }

    private sealed class Count
    {
        public int Value;
    }
}

internal static partial class LoginLog
{
    [LoggerMessage(1301, LogLevel.Warning, "User {User} was suspended after too many failed logins")]
    public static partial void Suspended(ILogger logger, Guid user);

    [LoggerMessage(1302, LogLevel.Warning, "User {User}, the last administrator, is locked out for a few minutes after too many failed logins")]
    public static partial void LastAdminLocked(ILogger logger, Guid user);
}

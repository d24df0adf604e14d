using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth;

/// <summary>Logs users in and out and renews their sessions. Every refusal of a login reads and takes the same, so that it
/// tells nothing about the account.</summary>
internal sealed class LoginService(LoginCheck check, Database database, SessionStore sessions, ShareService shares, TokenIssuer issuer,
    IdentityCache cache, ChangeFeed feed, IOptions<AccountOptions> accountOptions, TimeProvider time)
{
    /// <param name="client">Where the call comes from: address, user agent, origin.</param>
    public Task<IssuedTokens> LoginAsync(LoginInput input, Principal client, CancellationToken cancellation) => StalledAsync(
        async () => await StartAsync(await check.ByPasswordAsync(input, client, cancellation), input.Mode, client, cancellation), cancellation);

    /// <summary>Checks and records a login that begins no session: for who gets the user's own token. Answers the user.</summary>
    public Task<UserRow> IdentifyAsync(LoginInput input, Principal client, CancellationToken cancellation) => StalledAsync(async () =>
    {
        var user = await check.ByPasswordAsync(input, client, cancellation);
        var identity = client with { User = user.Id, Role = user.Role, Share = null, Session = null };
        await database.TransactAsync(db => RecordAsync(db, identity, cancellation), cancellation);
        return user;
    }, cancellation);

    /// <summary>Lets in whom a provider has vouched for. The second factor is asked for as with a password.</summary>
    /// <param name="user">The account.</param>
    /// <param name="otp">One-time password.</param>
    /// <param name="mode">How the tokens are kept.</param>
    /// <param name="client">Where the call comes from: address, user agent, origin.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IssuedTokens> AdmitAsync(UserRow user, string? otp, LoginMode mode, Principal client, CancellationToken cancellation)
    {
        await check.ByProviderAsync(user, otp, client, cancellation);
        return await StartAsync(user, mode, client, cancellation);
    }

    // Every refusal takes the same.
    private async Task<T> StalledAsync<T>(Func<Task<T>> login, CancellationToken cancellation)
    {
        var stall = new Stall(time, accountOptions.Value.LoginStall);
        try
        {
            return await login();
        }
        catch (DirectusException)
        {
            await stall.EndAsync(cancellation);
            throw;
        }
    }

    private async Task<IssuedTokens> StartAsync(UserRow user, LoginMode mode, Principal client, CancellationToken cancellation)
    {
        var identity = client with { User = user.Id, Role = user.Role, Share = null, Session = null };
        identity = await issuer.WithFlagsAsync(identity, cancellation);
        var refreshToken = await database.TransactAsync(async db =>
        {
            await RecordAsync(db, identity, cancellation);
            return await sessions.StartAsync(db, identity, cancellation);
        }, cancellation);
        return issuer.Issue(identity, refreshToken, mode);
    }

    /// <summary>Trades a refresh token, of a user or of a share, for new tokens.</summary>
    public async Task<IssuedTokens> RefreshAsync(string refreshToken, LoginMode mode, Principal client, CancellationToken cancellation)
    {
        var (session, identity) = await OwnerAsync(refreshToken, client, cancellation);
        identity = await issuer.WithFlagsAsync(identity, cancellation);
        var next = await database.TransactAsync(async db =>
        {
            if (identity.User is { } user) await SeenAsync(db, user, cancellation);
            // A cookie is shared by the tabs of a browser, which renew it without knowing of each other.
            return mode == LoginMode.Session
                ? await sessions.ReplaceAsync(db, session, cancellation)
                : await sessions.RotateAsync(db, refreshToken, cancellation);
        }, cancellation);
        cache.Clear();
        return issuer.Issue(identity, next, mode);
    }

    /// <summary>Ends the session; no error when there is none any more.</summary>
    public async Task LogoutAsync(string refreshToken, CancellationToken cancellation)
    {
        if (refreshToken.Contains('\0')) return;
        await database.TransactAsync(async db =>
        {
            await SessionStore.EndAsync(db, refreshToken, cancellation);
            await feed.SendAsync(db, ChangeTopic.Rights, cancellation);
        }, cancellation);
        cache.Clear();
    }

    private async Task<(SessionRow Session, Principal Owner)> OwnerAsync(string refreshToken, Principal client, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var session = await sessions.FindAsync(db, refreshToken, cancellation);
        if (session.Share is { } share) return (session, await shares.ReceiverAsync(db, share, client, cancellation));

        var user = await db.Table<UserRow>().FirstOrDefaultAsync(row => row.Id == session.User, cancellation)
            ?? throw DirectusException.InvalidCredentials();
        return user.Status switch
        {
            UserRow.Active => (session, client with { User = user.Id, Role = user.Role, Share = null, Session = null }),
            UserRow.Suspended => throw new DirectusException(ErrorCodes.UserSuspended),
            _ => throw DirectusException.InvalidCredentials(),
        };
    }

    private async Task RecordAsync(DbSession db, Principal identity, CancellationToken cancellation)
    {
        var user = identity.User!.Value;
        await SeenAsync(db, user, cancellation);
        await db.Connection.InsertAsync(new ActivityRow
        {
            Action = "login",
            User = user,
            Timestamp = time.GetUtcNow(),
            Ip = identity.Ip?.ToString(),
            UserAgent = identity.UserAgent,
            Origin = SessionStore.Shortened(identity.Origin),
            Collection = SystemCollections.Users,
            Item = user.ToString(),
        }, token: cancellation);
    }

    private Task SeenAsync(DbSession db, Guid user, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return db.Table<UserRow>().Where(row => row.Id == user).Set(row => row.LastAccess, now).UpdateAsync(cancellation);
    }
}

using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth;

/// <summary>Logs users in and out and renews their sessions. Every refusal of a login reads and takes the same, so that it
/// tells nothing about the account.</summary>
internal sealed class LoginService(Database database, IPasswordHasher hasher, SessionStore sessions, ShareService shares,
    TokenIssuer issuer, IdentityCache cache, TimeProvider time)
{
    private const string DefaultProvider = "default";
    private const string Active = "active";

    // The hash of nothing known, at the usual costs: who has no account waits as long as who has one.
    private const string Decoy =
        "$argon2id$v=19$m=65536,t=3,p=4$c29tZSByYW5kb20gc2FsdA$9l0dN7oVtZ0QZx7kqBqH8wLr3sW4m2yJcX1fTgPbEaU";

    /// <param name="client">Where the call comes from: address, user agent, origin.</param>
    public async Task<IssuedTokens> LoginAsync(LoginInput input, Principal client, CancellationToken cancellation)
    {
        var user = await FindAsync(input.Email, cancellation);
        var right = await hasher.VerifyAsync(user?.Password ?? Decoy, input.Password, cancellation);
        if (!right || user is not { Password: not null, Provider: DefaultProvider, Status: Active }) throw DirectusException.InvalidCredentials();
        RequireSecondFactor(user, input.Otp);

        var identity = client with { User = user.Id, Role = user.Role, Share = null, Session = null };
        identity = await issuer.WithFlagsAsync(identity, cancellation);
        var refreshToken = await database.TransactAsync(async db =>
        {
            await RecordAsync(db, identity, cancellation);
            return await sessions.StartAsync(db, identity, cancellation);
        }, cancellation);
        return issuer.Issue(identity, refreshToken, input.Mode);
    }

    /// <summary>Trades a refresh token, of a user or of a share, for new tokens.</summary>
    public async Task<IssuedTokens> RefreshAsync(string refreshToken, LoginMode mode, Principal client, CancellationToken cancellation)
    {
        var identity = await OwnerAsync(refreshToken, client, cancellation);
        identity = await issuer.WithFlagsAsync(identity, cancellation);
        var next = await database.TransactAsync(async db =>
        {
            if (identity.User is { } user) await SeenAsync(db, user, cancellation);
            return await sessions.RotateAsync(db, refreshToken, cancellation);
        }, cancellation);
        cache.Clear();
        return issuer.Issue(identity, next, mode);
    }

    /// <summary>Ends the session; no error when there is none any more.</summary>
    public async Task LogoutAsync(string refreshToken, CancellationToken cancellation)
    {
        if (refreshToken.Contains('\0')) return;
        await database.TransactAsync(db => SessionStore.EndAsync(db, refreshToken, cancellation), cancellation);
        cache.Clear();
    }

    private async Task<UserRow?> FindAsync(string email, CancellationToken cancellation)
    {
        var address = EmailAddress.Normalize(email);
        await using var db = await database.OpenAsync(cancellation);
        // The usual form first: it has an index. Databases of older projects hold addresses as they were typed.
        var users = db.Table<UserRow>();
        if (await users.FirstOrDefaultAsync(user => user.Email == address, cancellation) is { } usual) return usual;
        var alike = await users.Where(user => user.Email!.ToLower() == address).Take(2).ToListAsync(cancellation);
        return alike.Count == 1 ? alike[0] : await users.FirstOrDefaultAsync(user => user.Email == email, cancellation);
    }

    // Step 2 of the login of who has set up a second factor: without a right code nobody gets in.
    private void RequireSecondFactor(UserRow user, string? otp)
    {
        if (user.TfaSecret is not { Length: > 0 } secret) return;
        if (otp is null || !Totp.Matches(secret, otp, time.GetUtcNow())) throw new DirectusException(ErrorCodes.InvalidOtp);
    }

    private async Task<Principal> OwnerAsync(string refreshToken, Principal client, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var session = await sessions.FindAsync(db, refreshToken, cancellation);
        if (session.Share is { } share) return await shares.ReceiverAsync(db, share, client, cancellation);

        var user = await db.Table<UserRow>().FirstOrDefaultAsync(row => row.Id == session.User && row.Status == Active, cancellation)
            ?? throw DirectusException.InvalidCredentials();
        return client with { User = user.Id, Role = user.Role, Share = null, Session = null };
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
            Collection = "directus_users",
            Item = user.ToString(),
        }, token: cancellation);
    }

    private Task SeenAsync(DbSession db, Guid user, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return db.Table<UserRow>().Where(row => row.Id == user).Set(row => row.LastAccess, now).UpdateAsync(cancellation);
    }
}

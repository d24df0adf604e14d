using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth;

/// <summary>Lets the receivers of shares in.</summary>
internal sealed class ShareService(Database database, IPasswordHasher hasher, SessionStore sessions, TokenIssuer issuer, TimeProvider time)
{
    /// <summary>The share, when it would let somebody in; FORBIDDEN otherwise.</summary>
    public async Task<LinkedShare> InfoAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var share = await FindAsync(db, id, cancellation);
        return share is not null && share.Admits(time.GetUtcNow()) ? LinkedShare.Of(share) : throw DirectusException.Forbidden();
    }

    /// <summary>The share and whether it lets somebody in, for who holds its link.</summary>
    public async Task<(LinkedShare? Share, ShareState State)> LookAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var share = await FindAsync(db, id, cancellation);
        return (share is null ? null : LinkedShare.Of(share), share?.StateAt(time.GetUtcNow()) ?? ShareState.Unknown);
    }

    /// <summary>Starts a session of the share and counts one use.</summary>
    /// <param name="client">Where the call comes from: address, user agent, origin.</param>
    public async Task<IssuedTokens> AuthenticateAsync(Guid id, string? password, LoginMode mode, Principal client, CancellationToken cancellation)
    {
        var share = await AdmittingAsync(id, cancellation);
        if (share.Password is not null && !await hasher.VerifyAsync(share.Password, password ?? "", cancellation))
        {
            throw DirectusException.InvalidCredentials();
        }

        var identity = await issuer.WithFlagsAsync(Receiver(share, client), cancellation);
        var refreshToken = await database.TransactAsync(async db =>
        {
            await CountAsync(db, id, cancellation);
            return await sessions.StartAsync(db, identity, cancellation);
        }, cancellation);
        return issuer.Issue(identity, refreshToken, mode);
    }

    /// <summary>The identity of a share's receiver who comes back; INVALID_CREDENTIALS when the share is over.</summary>
    public async Task<Principal> ReceiverAsync(DbSession db, Guid id, Principal client, CancellationToken cancellation)
    {
        var share = await FindAsync(db, id, cancellation);
        return share is not null && share.Keeps(time.GetUtcNow()) ? Receiver(share, client) : throw DirectusException.InvalidCredentials();
    }

    private async Task<ShareRow> AdmittingAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var share = await FindAsync(db, id, cancellation);
        return share is not null && share.Admits(time.GetUtcNow()) ? share : throw DirectusException.InvalidCredentials();
    }

    // The condition is part of the update: of two calls for the last use the database lets one through.
    private static async Task CountAsync(DbSession db, Guid id, CancellationToken cancellation)
    {
        var counted = await db.Table<ShareRow>()
            .Where(share => share.Id == id && (share.MaxUses == null || (share.TimesUsed ?? 0) < share.MaxUses))
            .Set(share => share.TimesUsed, share => (share.TimesUsed ?? 0) + 1)
            .UpdateAsync(cancellation);
        if (counted == 0) throw DirectusException.InvalidCredentials();
    }

    private static Task<ShareRow?> FindAsync(DbSession db, Guid id, CancellationToken cancellation) =>
        db.Table<ShareRow>().FirstOrDefaultAsync(share => share.Id == id, cancellation);

    private static Principal Receiver(ShareRow share, Principal client) =>
        client with { User = null, Share = share.Id, Role = share.Role, Session = null };
}

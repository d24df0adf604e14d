using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Directus.Grpc.Server.Auth;

/// <summary>Looks up whose a token is, as the database says now: suspended or deleted users, ended sessions and shares
/// that no longer admit anyone are refused whatever a token claims.</summary>
internal sealed class IdentityStore(Database database, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    private static readonly Func<DataConnection, Guid, CancellationToken, Task<Identity?>> UserById =
        CompiledQuery.Compile((DataConnection db, Guid id, CancellationToken cancellation) => db.GetTable<UserRow>()
            .Where(user => user.Id == id && user.Status == UserRow.Active)
            .Select(user => new Identity { User = user.Id, Role = user.Role })
            .FirstOrDefaultAsync(cancellation));

    private static readonly Func<DataConnection, string, CancellationToken, Task<Identity?>> UserByToken =
        CompiledQuery.Compile((DataConnection db, string token, CancellationToken cancellation) => db.GetTable<UserRow>()
            .Where(user => user.Token == token && user.Status == UserRow.Active)
            .Select(user => new Identity { User = user.Id, Role = user.Role })
            .FirstOrDefaultAsync(cancellation));

    private static readonly Func<DataConnection, Guid, CancellationToken, Task<ShareRow?>> ShareById =
        CompiledQuery.Compile((DataConnection db, Guid id, CancellationToken cancellation) => db.GetTable<ShareRow>()
            .FirstOrDefaultAsync(share => share.Id == id, cancellation));

    private static readonly Func<DataConnection, string, CancellationToken, Task<SessionRow?>> SessionByToken =
        CompiledQuery.Compile((DataConnection db, string token, CancellationToken cancellation) => db.GetTable<SessionRow>()
            .FirstOrDefaultAsync(session => session.Token == token, cancellation));

    /// <summary>The active user with that static token; INVALID_CREDENTIALS when there is none.</summary>
    public async Task<Identity> OfStaticTokenAsync(string token, CancellationToken cancellation)
    {
        if (token.Contains('\0')) throw DirectusException.InvalidCredentials(); // PostgreSQL has no text with it
        await using var session = await database.OpenAsync(cancellation);
        return await UserByToken(session.Connection, token, cancellation) ?? throw DirectusException.InvalidCredentials();
    }

    /// <summary>The user or share of an access token; INVALID_CREDENTIALS when the user or the session is gone,
    /// FORBIDDEN when the share no longer admits its receivers.</summary>
    public async Task<Identity> OfClaimsAsync(AccessTokenClaims claims, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        var identity = claims.Share is { } share
            ? await OfShareAsync(session, share, cancellation)
            : await UserById(session.Connection, claims.User!.Value, cancellation) ?? throw DirectusException.InvalidCredentials();
        var until = claims.Expires < identity.Until ? claims.Expires : identity.Until;
        if ((claims.Session ?? claims.Mark) is not { } name) return identity with { Until = until }; // of a Directus beside this server

        var row = claims.Session is { } token ? await OfTokenAsync(session, token, cancellation) : await OfMarkAsync(session, name, cancellation);
        var theirs = row is not null && row.User == identity.User && row.Share == identity.Share && row.Expires > time.GetUtcNow();
        if (!theirs) throw DirectusException.InvalidCredentials();
        return identity with { Session = name, Until = row!.Expires < until ? row.Expires : until };
    }

    private async Task<Identity> OfShareAsync(DbSession session, Guid id, CancellationToken cancellation)
    {
        var share = await ShareById(session.Connection, id, cancellation);
        if (share is null || !share.Keeps(time.GetUtcNow())) throw DirectusException.Forbidden();
        return new Identity { Share = share.Id, Role = share.Role, Until = share.DateEnd ?? DateTimeOffset.MaxValue };
    }

    private static async Task<SessionRow?> OfTokenAsync(DbSession session, string token, CancellationToken cancellation) =>
        token.Contains('\0') ? null : await SessionByToken(session.Connection, token, cancellation);

    // By the token under which the session was last seen, which is its key; only when it is not there any more, because it
    // was renewed elsewhere or has ended, all are looked through.
    private async Task<SessionRow?> OfMarkAsync(DbSession session, string mark, CancellationToken cancellation)
    {
        if (mark.Length != SessionMark.Length || mark.Contains('\0')) return null;
        if (_seen.TryGetValue(mark, out string? token) && await SessionByToken(session.Connection, token!, cancellation) is { } known) return known;
        var rows = await session.Table<SessionRow>().Where(row => row.Token.StartsWith(mark)).ToListAsync(cancellation);
        var row = rows.Where(row => row.Token.StartsWith(mark, StringComparison.Ordinal)).MaxBy(row => row.Expires);
        if (row is not null) _seen.Set(mark, row.Token, new MemoryCacheEntryOptions { Size = 1 });
        return row;
    }

    public void Dispose() => _seen.Dispose();
}

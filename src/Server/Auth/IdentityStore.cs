using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth;

/// <summary>Looks up whose a token is, as the database says now: suspended or deleted users, ended sessions and shares
/// that no longer admit anyone are refused whatever a token claims.</summary>
internal sealed class IdentityStore(Database database, IOptions<TokenOptions> options, TimeProvider time) : IDisposable
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
            ? await OfShareAsync(session, share, claims.Session is not null, cancellation)
            : await UserById(session.Connection, claims.User!.Value, cancellation) ?? throw DirectusException.InvalidCredentials();
        var until = Earlier(claims.Expires, identity.Until);
        if ((claims.Session ?? claims.Mark) is not { } name) return identity with { Until = until }; // of a Directus beside this server

        var (row, ends) = claims.Session is { } token
            ? await OfTokenAsync(session, token, cancellation)
            : await OfMarkAsync(session, name, cancellation);
        var theirs = row is not null && row.User == identity.User && row.Share == identity.Share && ends > time.GetUtcNow();
        if (!theirs) throw DirectusException.InvalidCredentials();
        return identity with { Session = name, Until = Earlier(ends, until) };
    }

    // A browser drops a cookie that is refused for its session, and only then may its page log in again.
    private async Task<Identity> OfShareAsync(DbSession session, Guid id, bool ofCookie, CancellationToken cancellation)
    {
        var share = await ShareById(session.Connection, id, cancellation);
        if (share is null || !share.Keeps(time.GetUtcNow())) throw ofCookie ? DirectusException.InvalidCredentials() : DirectusException.Forbidden();
        return new Identity { Share = share.Id, Role = share.Role, Until = share.DateEnd ?? DateTimeOffset.MaxValue };
    }

    private static async Task<(SessionRow? Row, DateTimeOffset Ends)> OfTokenAsync(DbSession session, string token, CancellationToken cancellation)
    {
        var row = token.Contains('\0') ? null : await SessionByToken(session.Connection, token, cancellation);
        return (row, row?.Expires ?? default);
    }

    // An access token from before the last refresh is good for the same moment as a cookie from before it.
    private async Task<(SessionRow? Row, DateTimeOffset Ends)> OfMarkAsync(DbSession session, string text, CancellationToken cancellation)
    {
        if (SessionMark.Of(text) is not { } mark || mark.Text != text) return default;
        var row = await FindAsync(session, mark, cancellation);
        if (row is null || mark.Marks(row.Token)) return (row, row?.Expires ?? default);
        var renewed = row.Expires - options.Value.RefreshTokenTtl;
        return (row, renewed + options.Value.RefreshGrace);
    }

    // By the token under which the session was last seen, which is its key; only when it is not there any more, because it
    // was renewed elsewhere or has ended, all are looked through.
    private async Task<SessionRow?> FindAsync(DbSession session, SessionMark mark, CancellationToken cancellation)
    {
        if (_seen.TryGetValue(mark, out string? token) && await SessionByToken(session.Connection, token!, cancellation) is { } known) return known;
        var (name, next) = (mark.Name, mark.Next());
        var rows = await session.Table<SessionRow>().Where(row => row.Token.StartsWith(name)).ToListAsync(cancellation);
        var row = rows.Find(row => mark.Marks(row.Token)) ?? rows.Find(row => next.Marks(row.Token));
        if (row is not null) _seen.Set(mark, row.Token, new MemoryCacheEntryOptions { Size = 1 });
        return row;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    public void Dispose() => _seen.Dispose();
}

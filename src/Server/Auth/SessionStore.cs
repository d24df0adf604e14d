using System.Buffers.Text;
using System.Security.Cryptography;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth;

/// <summary>Keeps the sessions: refresh tokens and whose they are.</summary>
internal sealed class SessionStore(IOptions<TokenOptions> options, TimeProvider time)
{
    // The column's length.
    private const int LongestText = 255;

    /// <summary>Starts a session of the user or share and forgets those that have run out.</summary>
    public async Task<string> StartAsync(DbSession db, Principal identity, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var token = NewToken();
        await db.Table<SessionRow>().Where(session => session.Expires < now).DeleteAsync(cancellation);
        await db.Connection.InsertAsync(new SessionRow
        {
            Token = token,
            User = identity.User,
            Share = identity.Share,
            Expires = now + options.Value.RefreshTokenTtl,
            Ip = identity.Ip?.ToString(),
            UserAgent = identity.UserAgent,
            Origin = Shortened(identity.Origin),
        }, token: cancellation);
        return token;
    }

    /// <summary>The session with that refresh token; INVALID_CREDENTIALS when there is none or it has run out.</summary>
    public async Task<SessionRow> FindAsync(DbSession db, string token, CancellationToken cancellation)
    {
        if (token.Length is 0 or > 64 || token.Contains('\0')) throw DirectusException.InvalidCredentials();
        var now = time.GetUtcNow();
        return await db.Table<SessionRow>().FirstOrDefaultAsync(session => session.Token == token && session.Expires > now, cancellation)
            ?? throw DirectusException.InvalidCredentials();
    }

    /// <summary>Gives the session a new token. The database decides which of two calls with the same token comes first;
    /// the other one is refused.</summary>
    public async Task<string> RotateAsync(DbSession db, string token, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var next = NextOf(token);
        var rotated = await db.Table<SessionRow>()
            .Where(session => session.Token == token && session.NextToken == null)
            .Set(session => session.Token, next)
            .Set(session => session.Expires, now + options.Value.RefreshTokenTtl)
            .UpdateAsync(cancellation);
        if (rotated == 0) throw DirectusException.InvalidCredentials();
        await db.Table<SessionRow>().Where(session => session.Expires < now).DeleteAsync(cancellation);
        return next;
    }

    /// <summary>Gives the session a new token and keeps the old one for a moment: of two tabs that share a cookie and renew
    /// it at once, both get the same new one. After that moment the old one is worth nothing.</summary>
    public async Task<string> ReplaceAsync(DbSession db, SessionRow old, CancellationToken cancellation)
    {
        if (old.NextToken is { } known) return known;
        var now = time.GetUtcNow();
        var next = NextOf(old.Token);
        var replaced = await db.Table<SessionRow>()
            .Where(session => session.Token == old.Token && session.NextToken == null)
            .Set(session => session.NextToken, next)
            .Set(session => session.Expires, now + options.Value.RefreshGrace)
            .UpdateAsync(cancellation);
        if (replaced == 0) return (await FindAsync(db, old.Token, cancellation)).NextToken ?? throw DirectusException.InvalidCredentials();

        await db.Connection.InsertAsync(new SessionRow
        {
            Token = next,
            User = old.User,
            Share = old.Share,
            Expires = now + options.Value.RefreshTokenTtl,
            Ip = old.Ip,
            UserAgent = old.UserAgent,
            Origin = old.Origin,
        }, token: cancellation);
        await db.Table<SessionRow>().Where(session => session.Expires < now).DeleteAsync(cancellation);
        return next;
    }

    /// <summary>Ends the session, with the token before or after this one where both are still good.</summary>
    public static async Task EndAsync(DbSession db, string token, CancellationToken cancellation)
    {
        var next = await db.Table<SessionRow>().Where(session => session.Token == token)
            .Select(session => session.NextToken).FirstOrDefaultAsync(cancellation);
        await db.Table<SessionRow>()
            .Where(session => session.Token == token || session.NextToken == token || (next != null && session.Token == next))
            .DeleteAsync(cancellation);
    }

    /// <summary>Ends the sessions of users, except one that may stay.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="users">Whose sessions.</param>
    /// <param name="except">A refresh token, or its mark.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task EndOfUsersAsync(DbSession db, IReadOnlyList<Guid> users, string? except, CancellationToken cancellation)
    {
        var ended = db.Table<SessionRow>().Where(session => session.User != null && users.Contains(session.User.Value));
        if (except is not null)
        {
            var staying = SessionMark.Of(except)?.Name ?? except;
            ended = ended.Where(session => !session.Token.StartsWith(staying));
        }

        return ended.DeleteAsync(cancellation);
    }

    public static Task EndOfSharesAsync(DbSession db, IReadOnlyList<Guid> shares, CancellationToken cancellation) =>
        db.Table<SessionRow>()
            .Where(session => session.Share != null && shares.Contains(session.Share.Value))
            .DeleteAsync(cancellation);

    public static string? Shortened(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;

    // 48 random bytes are the 64 characters that the column holds.
    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48));

    private static string NextOf(string token) =>
        SessionMark.Of(token)?.Next().Text is { } mark ? mark + NewToken()[mark.Length..] : NewToken();
}

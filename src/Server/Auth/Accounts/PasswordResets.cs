using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Mail;
using LinqToDB;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>New passwords for those who forgot theirs, by a mailed link. What is answered to a request, and when, does not
/// depend on whether the account exists.</summary>
internal sealed class PasswordResets(AccountStore accounts, LinkTokens tokens, IMailbox mailbox, IPasswordHasher hasher, PublicAddress address,
    IOptions<AccountOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly AllowedLinks _allowed = new(options.Value.ResetUrls);

    public async Task RequestAsync(string email, string? page, CancellationToken cancellation)
    {
        var stall = new Stall(time, options.Value.LoginStall);
        try
        {
            var link = page is null ? address.Of("/admin/reset-password") : _allowed.Find(page)
                ?? throw DirectusException.InvalidPayload($"URL \"{page}\" can't be used to reset passwords");
            // To the stored address: the one that was typed may be another's, however alike it looks.
            if (await accounts.FindAsync(email, cancellation) is { Status: UserRow.Active, Provider: UserRow.DefaultProvider, Email: { } stored } user)
                mailbox.Post(stored, "Password Reset Request", "password-reset", Values(link, user));
        }
        finally
        {
            await stall.EndAsync(cancellation);
        }
    }

    /// <summary>Sets a new password and ends all sessions. FORBIDDEN when the link has been used or the account has changed.</summary>
    public async Task ResetAsync(string token, string password, Principal client, CancellationToken cancellation)
    {
        var claims = tokens.Read(LinkPurpose.PasswordReset, token);
        if (await accounts.FindAsync(claims.User, cancellation) is not { Status: UserRow.Active, Provider: UserRow.DefaultProvider } user ||
            !tokens.Fits(LinkPurpose.PasswordReset, claims, user)) throw DirectusException.Forbidden();
        await accounts.RequirePolicyAsync(password, cancellation);
        var (before, hash) = (user.Password, await hasher.HashAsync(password, cancellation));
        var changed = await accounts.ChangeAsync(client, user.Id,
            rows => rows.Where(row => row.Status == UserRow.Active && (row.Password == before || (row.Password == null && before == null)))
                .Set(row => row.Password, hash),
            new JsonObject { ["password"] = AccountStore.Masked }, endSessions: true, cancellation);
        if (!changed) throw DirectusException.Forbidden();
    }

    private Dictionary<string, string> Values(string link, UserRow user) =>
        new() { ["url"] = AllowedLinks.WithToken(link, tokens.Issue(LinkPurpose.PasswordReset, user, Lifetime)) };
}

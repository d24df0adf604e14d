using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Mail;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>Mails links by which people come to their accounts, and tells whose a link is that comes back.</summary>
internal sealed class MailedLinks(AccountStore accounts, LinkTokens tokens, IMailbox mailbox, PublicAddress address, IOptions<AccountOptions> options)
{
    /// <summary>The page that a link leads to. INVALID_PAYLOAD for one that is not allowed.</summary>
    /// <param name="purpose">Of the link.</param>
    /// <param name="asked">The page that was asked for; null for this server's.</param>
    public string PageOf(LinkPurpose purpose, string? asked)
    {
        if (asked is null) return address.Of(purpose.Page);
        return new AllowedLinks(purpose.AllowList(options.Value)).Find(asked)
            ?? throw DirectusException.InvalidPayload($"URL \"{asked}\" can't be used to {purpose.Use}");
    }

    /// <summary>SERVICE_UNAVAILABLE when no mail can be sent.</summary>
    public void RequireTransport() => mailbox.RequireTransport();

    /// <summary>Mails a link to the page, if the account has an address. It goes to the stored one: what was typed may be another's
    /// address, however alike it looks.</summary>
    public void Post(LinkPurpose purpose, UserRow user, string page)
    {
        if (user.Email is not { } stored) return;
        var token = tokens.Issue(purpose, user, purpose.Lifetime(options.Value));
        mailbox.Post(stored, purpose.Subject, purpose.Template, new Dictionary<string, string> { ["url"] = AllowedLinks.WithToken(page, token) });
    }

    /// <summary>The account that the link was made for; null when it is gone or has changed since. Throws for what is no such link.</summary>
    public async Task<UserRow?> OwnerAsync(LinkPurpose purpose, string token, CancellationToken cancellation)
    {
        var claims = tokens.Read(purpose, token);
        return await accounts.FindAsync(claims.User, cancellation) is { } user && tokens.Fits(purpose, claims, user) ? user : null;
    }
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>New passwords for those who forgot theirs, by a mailed link. What is answered to a request, and when, does not
/// depend on whether the account exists.</summary>
internal sealed class PasswordResets(AccountStore accounts, MailedLinks links, IPasswordHasher hasher, IOptions<AccountOptions> options,
    TimeProvider time)
{
    public async Task RequestAsync(string email, string? page, CancellationToken cancellation)
    {
        var stall = new Stall(time, options.Value.LoginStall);
        try
        {
            var link = links.PageOf(LinkPurpose.PasswordReset, page);
            if (await accounts.FindAsync(email, cancellation) is { Status: UserRow.Active, Provider: UserRow.DefaultProvider } user)
                links.Post(LinkPurpose.PasswordReset, user, link);
        }
        finally
        {
            await stall.EndAsync(cancellation);
        }
    }

    /// <summary>Sets a new password and ends all sessions. FORBIDDEN when the link has been used or the account has changed.</summary>
    public async Task ResetAsync(string token, string password, Principal client, CancellationToken cancellation)
    {
        var owner = await links.OwnerAsync(LinkPurpose.PasswordReset, token, cancellation);
        if (owner is not { Status: UserRow.Active, Provider: UserRow.DefaultProvider } user) throw DirectusException.Forbidden();
        await accounts.RequirePolicyAsync(password, cancellation);
        var (before, hash) = (user.Password, await hasher.HashAsync(password, cancellation));
        var changed = await accounts.ChangeAsync(client, user.Id,
            rows => rows.Where(row => row.Status == UserRow.Active && (row.Password == before || (row.Password == null && before == null)))
                .Set(row => row.Password, hash),
            new JsonObject { ["password"] = AccountStore.Masked }, endSessions: true, cancellation);
        if (!changed) throw DirectusException.Forbidden();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using LinqToDB;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>Accounts for others: made with a role and without a password, which the invited choose by a mailed link.</summary>
internal sealed class Invitations(AccountStore accounts, MailedLinks links, ItemWriter writer, IPasswordHasher hasher)
{
    private const string Invited = "invited";

    /// <summary>Makes accounts for the addresses that have none, gives the role to who was invited before with another one, and
    /// writes to all of them. FORBIDDEN when the caller may not do so.</summary>
    public async Task InviteAsync(Caller caller, IReadOnlyList<string> emails, Guid role, string? page, CancellationToken cancellation)
    {
        caller.Require(SystemCollections.Users, AccessAction.Create);
        var link = links.PageOf(LinkPurpose.Invitation, page);
        links.RequireTransport();
        var waiting = new List<UserRow>();
        var missing = new List<JsonElement>();
        foreach (var email in emails.Select(EmailAddress.Normalize).Distinct(StringComparer.Ordinal))
        {
            if (await accounts.FindAsync(email, cancellation) is not { } known)
                missing.Add(JsonSerializer.SerializeToElement(new { email, role, status = Invited }));
            else if (known.Status == Invited) waiting.Add(known);
        }

        var moved = waiting.Where(user => user.Role != role).Select(user => JsonSerializer.SerializeToElement(user.Id)).ToList();
        var write = new ItemWrite.Save(SystemCollections.Users, missing, moved, JsonSerializer.SerializeToElement(new { role }));
        foreach (var key in await writer.WriteAsync(caller, write, cancellation))
            if (await accounts.FindAsync((Guid)key, cancellation) is { } saved && waiting.All(user => user.Id != saved.Id)) waiting.Add(saved);
        foreach (var user in waiting) links.Post(LinkPurpose.Invitation, user, link);
    }

    /// <summary>Gives the account its password. One answer, INVALID_INVITE, for all that is wrong with an invitation.</summary>
    public async Task AcceptAsync(string token, string password, Principal client, CancellationToken cancellation)
    {
        if (await links.OwnerAsync(LinkPurpose.Invitation, token, cancellation) is not { Status: Invited } user)
            throw new DirectusException(ErrorCodes.InvalidInvite);
        await accounts.RequirePolicyAsync(password, cancellation);
        var hash = await hasher.HashAsync(password, cancellation);
        var changed = await accounts.ChangeAsync(client, user.Id,
            rows => rows.Where(row => row.Status == Invited).Set(row => row.Password, hash).Set(row => row.Status, UserRow.Active),
            new JsonObject { ["password"] = AccountStore.Masked, ["status"] = UserRow.Active }, endSessions: true, cancellation);
        if (!changed) throw new DirectusException(ErrorCodes.InvalidInvite);
    }
}

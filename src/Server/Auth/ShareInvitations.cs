using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Mail;
using Directus.Grpc.Server.Query.Model;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth;

/// <summary>Mails the address of a share's page, for users who may read the share.</summary>
internal sealed class ShareInvitations(Database database, ItemReader reader, IMailbox mailbox, PublicAddress address)
{
    // One call is a letter to some people, not a campaign.
    private const int MaxAddresses = 100;

    public async Task InviteAsync(Caller caller, string share, IReadOnlyList<string> emails, CancellationToken cancellation)
    {
        if (emails.Count > MaxAddresses) throw DirectusException.InvalidPayload($"\"emails\" has more than {MaxAddresses} addresses");
        if (caller.Principal.User is not { } user || !Guid.TryParse(share, out var id)) throw DirectusException.Forbidden();
        await RequireReadableAsync(caller, id, cancellation);
        mailbox.RequireTransport();
        var (sender, row) = await FindAsync(user, id, cancellation);
        var values = new Dictionary<string, string>
        {
            ["url"] = address.Of($"/admin/shared/{id}"),
            ["userName"] = sender,
            ["shareName"] = row.Name ?? "",
            ["shareEnd"] = row.DateEnd?.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "",
        };
        foreach (var email in emails.Distinct(StringComparer.OrdinalIgnoreCase))
            mailbox.Post(email, $"{sender} shared something with you", "share-invitation", values);
    }

    private async Task RequireReadableAsync(Caller caller, Guid id, CancellationToken cancellation)
    {
        var query = new ItemQuery { Fields = [new FieldSelection(new FieldPath("id"), [])] };
        using var ignored = new MemorySink(256);
        var read = new ItemRead.One(SystemCollections.Shares, JsonSerializer.SerializeToElement(id), query);
        // Whatever it is that they may not see.
        if (await reader.TryReadAsync(caller, read, ignored, cancellation) is null) throw DirectusException.Forbidden();
    }

    private async Task<(string Sender, ShareRow Share)> FindAsync(Guid user, Guid id, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var share = await db.Table<ShareRow>().FirstOrDefaultAsync(row => row.Id == id, cancellation) ?? throw DirectusException.Forbidden();
        var sender = await db.Table<UserRow>().Where(row => row.Id == user)
            .Select(row => new { row.FirstName, row.LastName }).FirstOrDefaultAsync(cancellation);
        var name = $"{sender?.FirstName} {sender?.LastName}".Trim();
        return (name.Length > 0 ? name : "Somebody", share);
    }
}

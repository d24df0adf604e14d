using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Mail;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Notifications;

/// <summary>Who wants mail gets a notification by mail, too.</summary>
internal sealed class NotificationRules(IMailbox mailbox) : IItemRules
{
    public string Collection => SystemCollections.Notifications;

    public async Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation)
    {
        var asked = items.Select(item => (Item: item, Recipient: Guid.TryParse(item["recipient"]?.ToString(), out var id) ? id : Guid.Empty))
            .ToList();
        var ids = asked.Select(notice => notice.Recipient).Distinct().ToList();
        var recipients = await session.Table<RecipientRow>()
            .Where(user => ids.Contains(user.Id) && user.Status == UserRow.Active && user.Email != null)
            .ToDictionaryAsync(user => user.Id, cancellation);
        foreach (var (item, id) in asked)
        {
            if (!recipients.TryGetValue(id, out var recipient) || recipient.EmailNotifications == false) continue;
            var (subject, message) = (item["subject"]?.ToString() ?? "", item["message"]?.ToString() ?? "");
            session.AfterCommit(() =>
            {
                mailbox.Post(recipient.Email!, subject, "notification", new Dictionary<string, string> { ["subject"] = subject }, message);
                return Task.CompletedTask;
            });
        }
    }

    public Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) => Task.CompletedTask;
}

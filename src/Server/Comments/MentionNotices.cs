using System.Text.Encodings.Web;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Comments;

/// <summary>Notifies users that a comment names, if they may read what it is about. Nobody learns of others' names by it that they could
/// not read.</summary>
internal sealed partial class MentionNotices(MentionQueue queue, Database database, AccessStore access, ItemRights rights, ItemWriter writer,
    PublicAddress address, ILogger<MentionNotices> logger) : BackgroundService
{
    private const string Somebody = "Somebody";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is in the queue when the process ends is told first.
        await using var closing = stoppingToken.Register(queue.Close);
        await foreach (var (sender, comment) in queue.Comments.ReadAllAsync(CancellationToken.None)) await TellAsync(sender, comment);
    }

    private async Task TellAsync(Caller sender, MentioningComment comment)
    {
        try
        {
            var people = await PeopleAsync([.. comment.Mentioned, .. sender.Principal.User is { } user ? [user] : Array.Empty<Guid>()]);
            foreach (var recipient in comment.Mentioned.Where(people.ContainsKey).Select(id => people[id]))
                await TellAsync(sender, comment, recipient, people);
        }
        catch (Exception error)
        {
            NotTold(logger, error);
        }
    }

    private async Task<Dictionary<Guid, RecipientRow>> PeopleAsync(List<Guid> ids)
    {
        await using var session = await database.OpenAsync(CancellationToken.None);
        return await session.Table<RecipientRow>().Where(user => ids.Contains(user.Id) && user.Status == UserRow.Active)
            .ToDictionaryAsync(user => user.Id);
    }

    private async Task TellAsync(Caller sender, MentioningComment comment, RecipientRow recipient, Dictionary<Guid, RecipientRow> people)
    {
        var reader = await access.CallerAsync(new Principal { User = recipient.Id, Role = recipient.Role }, CancellationToken.None);
        if (!await rights.MayAsync(reader, AccessAction.Read, comment.Collection, comment.Item, CancellationToken.None)) return;
        var names = new Dictionary<Guid, string>();
        foreach (var (id, person) in people)
            if (person.Name is { } name && (id == recipient.Id || await MayNameAsync(reader, id))) names[id] = name;
        var from = sender.Principal.User is { } user ? people.GetValueOrDefault(user)?.Name : null;
        var notification = JsonSerializer.SerializeToElement(new
        {
            recipient = recipient.Id,
            sender = sender.Principal.User,
            subject = $"You were mentioned in {comment.Collection}",
            message = Message(recipient.Name, from ?? Somebody, comment, names),
            collection = comment.Collection,
            item = comment.Item,
        });
        // The server tells it, whatever the sender may write themselves.
        await writer.WriteAsync(sender with { Access = AccessRules.Unrestricted },
            new ItemWrite.Create(SystemCollections.Notifications, [notification]), CancellationToken.None);
    }

    private Task<bool> MayNameAsync(Caller reader, Guid user) =>
        rights.MayAsync(reader, AccessAction.Read, SystemCollections.Users, user.ToString(), ["first_name", "last_name"], CancellationToken.None);

    private string Message(string? recipient, string from, MentioningComment comment, Dictionary<Guid, string> names)
    {
        static string Encode(string text) => HtmlEncoder.Default.Encode(text);
        string Named(string line) => Mentions.Named(Encode(line), id => $"<em>{Encode(names.GetValueOrDefault(id, Somebody))}</em>");
        var quoted = string.Join('\n', comment.Text.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {Named(line)}"));
        var link = address.Of($"/admin/content/{Uri.EscapeDataString(comment.Collection)}/{Uri.EscapeDataString(comment.Item)}");
        var hello = recipient is null ? "Hello," : $"Hello {Encode(recipient)},";
        return $"\n{hello}\n\n{Encode(from)} has mentioned you in a comment:\n\n{quoted}\n\n<a href=\"{link}\">Click here to view.</a>\n";
    }

    [LoggerMessage(EventId = 8101, Level = LogLevel.Error, Message = "Users whom a comment mentions were not all told")]
    private static partial void NotTold(ILogger logger, Exception error);
}

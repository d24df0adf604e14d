using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Comments;

/// <summary>A comment is about an item that its writer may read, wherever it is put, and tells those whom it mentions.</summary>
internal sealed class CommentRules(ItemRights rights, MentionQueue mentions) : IItemRules
{
    public string Collection => SystemCollections.Comments;

    public async Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation)
    {
        CommentShape.RequireNew(items.Select(item => JsonSerializer.SerializeToElement(item)));
        foreach (var item in items)
        {
            var (collection, key, text) = (item["collection"]!.ToString(), item["item"]!.ToString(), item["comment"]!.ToString());
            await RequireReadableAsync(caller, session, collection, key, cancellation);
            var mentioned = Mentions.Of(text);
            if (mentioned.Count == 0) continue;
            session.AfterCommit(() =>
            {
                mentions.Add(caller, new MentioningComment(collection, key, text, mentioned));
                return Task.CompletedTask;
            });
        }
    }

    public async Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        if (!data.ContainsKey("collection") && !data.ContainsKey("item")) return;
        var ids = keys.Uuids();
        foreach (var comment in await session.Table<CommentRow>().Where(comment => ids.Contains(comment.Id)).ToListAsync(cancellation))
        {
            var (collection, item) = (data["collection"]?.ToString() ?? comment.Collection, data["item"]?.ToString() ?? comment.Item);
            await RequireReadableAsync(caller, session, collection, item, cancellation);
        }
    }

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) => Task.CompletedTask;

    private async Task RequireReadableAsync(Caller caller, DbSession session, string collection, string item, CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Get);
        // An administrator may speak of an item that is still to come.
        if (caller.Access.IsUnrestricted) return;
        if (ItemKeys.TryParse(target, JsonText.String(item), out var key) && await rights.MayReadAsync(caller, session, target, key, cancellation))
            return;
        throw DirectusException.NotPermitted("read", collection);
    }
}

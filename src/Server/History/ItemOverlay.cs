using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History;

/// <summary>Shows an item as it would be with other content: the content is written, the item is read by the rights of its reader, and
/// the write is taken back. So relations, rules, sorts and functions are those of the engine.</summary>
internal sealed class ItemOverlay(StoredItems stored, ItemRights rights, WritePlanner planner, WriteTrials trials, Attempts attempts)
{
    // They look at who writes. Here nobody does.
    private static readonly FrozenDictionary<string, IItemRules> NoRules = FrozenDictionary<string, IItemRules>.Empty;

    /// <param name="caller">Who reads; FORBIDDEN when they may not read the item as it is, or not as it would be.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="key">Key of the item.</param>
    /// <param name="content">What is written to it, by nobody's rights.</param>
    /// <param name="author">Who and when the fields tell that fill themselves.</param>
    /// <param name="query">What of the item.</param>
    /// <param name="sink">Takes the item as a JSON object.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task ShowAsync(Caller caller, Collection collection, object key, JsonObject content, Authorship? author, ItemQuery query,
        JsonSink sink, CancellationToken cancellation)
    {
        var data = JsonSerializer.SerializeToElement(content);
        var item = await attempts.RunAsync(caller,
            current => TellAsync(current, collection, () =>
                TryAsync(current, current.Schema[collection.Name], key, data, author, query, cancellation)),
            cancellation);
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        item.WriteTo(json);
    }

    // What does not fit is told to who may read the field that it is in: a refusal names its value.
    private static async Task<JsonObject> TellAsync(Caller caller, Collection collection, Func<Task<JsonObject>> show)
    {
        try
        {
            return await show();
        }
        catch (DirectusException refusal) when (refusal.Code != ErrorCodes.Forbidden
            && !refusal.Errors.All(error => MayRead(caller, collection, error)))
        {
            throw new DirectusException(ErrorCodes.UnprocessableContent, "What is to be shown does not fit the item any more");
        }
    }

    private static bool MayRead(Caller caller, Collection collection, DirectusError error) => caller.Access.IsUnrestricted
        || (error.Extensions.GetValueOrDefault("field") is string field
            && error.Extensions.GetValueOrDefault("path") is null or IReadOnlyCollection<string> { Count: 0 }
            && caller.Access.Allows(error.Extensions.GetValueOrDefault("collection") as string ?? collection.Name, AccessAction.Read, field));

    private async Task<JsonObject> TryAsync(Caller caller, Collection collection, object key, JsonElement data, Authorship? author, ItemQuery query,
        CancellationToken cancellation)
    {
        var root = await stored.PlanOneAsync(caller, collection, key, query, cancellation);
        var writer = caller with { Access = AccessRules.Unrestricted, Author = author };
        var plan = await planner.PlanAsync(writer, tree => [tree.Update(collection, [key], data)], cancellation);
        return await trials.TryAsync(writer, plan, NoRules, session => RequireReadableAsync(caller, session, collection, key, cancellation),
            (session, created) => ReadAsync(caller, session, root, created, cancellation), cancellation);
    }

    private async Task RequireReadableAsync(Caller caller, DbSession session, Collection collection, object key, CancellationToken cancellation)
    {
        if (!await rights.MayReadAsync(caller, session, collection, key, cancellation)) throw DirectusException.Forbidden();
    }

    private static async Task<JsonObject> ReadAsync(Caller caller, DbSession session, PlanNode root,
        IReadOnlySet<(string Collection, object Key)> created, CancellationToken cancellation)
    {
        using var sink = new MemorySink();
        if (!(await new SingleItem(session, root, caller.Access).WriteAsync(sink, cancellation)).Found) throw DirectusException.Forbidden();
        var item = JsonNode.Parse(sink.Written.Span)!.AsObject();
        new NewKeys(caller.Schema, created).Hide(root, item);
        return item;
    }
}

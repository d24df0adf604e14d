using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>The calls on items of an RPC, whichever way it came. Over HTTP the query string, the body and the headers say what is
/// meant, and the answer goes out there; over gRPC the parts of the message do, and the reply comes back. What is asked for in a
/// query is read before anything is written, so that one that makes no sense changes nothing.</summary>
internal sealed class RpcItems(ItemCalls calls, ItemExports exports, IOptions<QueryLimits> limits)
{
    private readonly QueryLimits _limits = limits.Value;

    public async Task<ItemReply> ListAsync(ServerCallContext context, string collection, RepeatedField<string> keys, Common.V1.Query? query)
    {
        var (http, reply) = Reply(context);
        // The query of a SEARCH body stands in place of the query string's.
        var search = http is { Http.Request.Method: "SEARCH" }
            ? ItemBodies.Search(await http.ReadBodyAsync(context.CancellationToken), _limits)
            : default;
        var call = new ItemCall(context.GetCaller(), collection, search.Query ?? QueryOf(http, query));
        var which = http is not null ? search.Keys : keys.Count > 0 ? KeyJson.Of(keys) : null;
        await calls.ListAsync(call, which, Answer(http, reply, context), context.CancellationToken);
        return reply;
    }

    public async Task<ItemReply> GetAsync(ServerCallContext context, string collection, string key, Common.V1.Query? query)
    {
        var (http, reply) = Reply(context);
        var call = new ItemCall(context.GetCaller(), collection, QueryOf(http, query));
        await calls.GetAsync(call, JsonText.String(key), Answer(http, reply, context), context.CancellationToken);
        return reply;
    }

    /// <param name="context">The call.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="items">The items of the message.</param>
    /// <param name="query">The query of the message.</param>
    public async Task<ItemReply> CreateAsync(ServerCallContext context, string collection, Func<IReadOnlyList<JsonElement>> items,
        Common.V1.Query? query)
    {
        var (http, reply) = Reply(context);
        var caller = Enter(context, collection, ItemUses.Create);
        ItemConditions.RequireNone(http);
        var call = new ItemCall(caller, collection, QueryOf(http, query));
        if (call.IsSingleton) throw IsOne(http, collection, null);
        if (http is not null)
        {
            var body = await http.ReadBodyAsync(context.CancellationToken);
            var create = new ItemWrite.Create(collection, ItemBodies.Items(body));
            await calls.WriteAsync(call, create, body.ValueKind != JsonValueKind.Array, Answer(http, reply, context), context.CancellationToken);
            return reply;
        }

        var given = items();
        // One item is read as one, which gives its tag.
        var one = given.Count == 1 && call.Query is { Aggregates.IsEmpty: true, GroupBy.IsEmpty: true };
        await calls.WriteAsync(call, new ItemWrite.Create(collection, given), one, reply, context.CancellationToken);
        reply.MakeList();
        return reply;
    }

    /// <param name="context">The call.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="key">The key of the item.</param>
    /// <param name="data">The fields that the message changes.</param>
    /// <param name="query">The query of the message.</param>
    /// <param name="ifMatch">The condition of the message.</param>
    public async Task<ItemReply> UpdateOneAsync(ServerCallContext context, string collection, string key, Func<JsonElement> data,
        Common.V1.Query? query,
        string ifMatch = "")
    {
        var (http, reply) = Reply(context);
        var call = new ItemCall(Enter(context, collection, ItemUses.Update), collection, QueryOf(http, query));
        if (call.IsSingleton) throw IsOne(http, collection, key);
        var item = http is null ? data() : ItemBodies.Item(await http.ReadBodyAsync(context.CancellationToken));
        var update = new ItemWrite.Update(collection, [JsonText.String(key)], item) { Condition = ItemConditions.Of(http, ifMatch) };
        await calls.WriteAsync(call, update, one: true, Answer(http, reply, context), context.CancellationToken);
        return reply;
    }

    /// <param name="context">The call.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="update">What the message changes, in a singleton or not.</param>
    /// <param name="query">The query of the message.</param>
    /// <param name="ifMatch">The condition of the message.</param>
    public async Task<ItemReply> UpdateAsync(ServerCallContext context, string collection, Func<bool, ItemWrite> update, Common.V1.Query? query,
        string ifMatch = "")
    {
        var (http, reply) = Reply(context);
        var call = new ItemCall(Enter(context, collection, ItemUses.Update), collection, QueryOf(http, query));
        var singleton = call.IsSingleton;
        var condition = ItemConditions.Of(http, ifMatch);
        if (condition is not null && !singleton) throw ItemConditions.NotHere();
        var write = http is null
            ? update(singleton)
            : ItemBodies.Update(await http.ReadBodyAsync(context.CancellationToken), collection, singleton, _limits);
        await calls.WriteAsync(call, write with { Condition = condition }, one: false, Answer(http, reply, context), context.CancellationToken);
        return reply;
    }

    /// <summary>Gives the same values to the items of the keys, or to those that match; of a collection that is no singleton.</summary>
    public Task<ItemReply> UpdateAsync(ServerCallContext context, string collection, RepeatedField<string> keys, Common.V1.Query? where,
        Func<JsonElement> data, Common.V1.Query? query) =>
        UpdateAsync(context, collection, _ => ChangeMessages.Update(collection, keys, where, data(), _limits), query);

    public async Task DeleteOneAsync(ServerCallContext context, string collection, string key, string ifMatch = "")
    {
        var http = HttpCall.From(context);
        var delete = new ItemWrite.Delete(collection, [JsonText.String(key)]) { Condition = ItemConditions.Of(http, ifMatch) };
        await calls.DeleteAsync(context.GetCaller(), delete, context.CancellationToken);
        http?.NoContent();
    }

    public async Task DeleteAsync(ServerCallContext context, string collection, RepeatedField<string> keys, Common.V1.Query? where)
    {
        var http = HttpCall.From(context);
        var caller = Enter(context, collection, ItemUses.Delete);
        ItemConditions.RequireNone(http);
        var delete = http is null
            ? ChangeMessages.Delete(collection, keys, where, _limits)
            : ItemBodies.Delete(await http.ReadBodyAsync(context.CancellationToken), collection, _limits);
        await calls.DeleteAsync(caller, delete, context.CancellationToken);
        http?.NoContent();
    }

    /// <summary>Answers what another service has written.</summary>
    public async Task<ItemReply> WrittenAsync(ServerCallContext context, ItemCall call, IReadOnlyList<object> keys)
    {
        var (http, reply) = Reply(context);
        await calls.WrittenAsync(call, keys, keys.Count == 1, Answer(http, reply, context), context.CancellationToken);
        return reply;
    }

    /// <summary>The query of a call: over HTTP that of the query string.</summary>
    public ItemQuery QueryOf(HttpCall? http, Common.V1.Query? query) => http?.Query ?? QueryMessages.Parse(query, _limits);

    // Over HTTP the reply stays empty, so one serves all calls.
    private static (HttpCall? Http, ItemReply Reply) Reply(ServerCallContext context) =>
        HttpCall.From(context) is { } http ? (http, ItemReply.OverHttp) : (null, new ItemReply());

    private IItemAnswer Answer(HttpCall? http, ItemReply reply, ServerCallContext context) =>
        http is null ? reply : new HttpItemAnswer(http, exports, context.CancellationToken);

    // Who may do nothing of the kind is told so before his query or body is looked at.
    private static Caller Enter(ServerCallContext context, string collection, ItemUses use)
    {
        var caller = context.GetCaller();
        caller.RequireAny(collection, use);
        return caller;
    }

    // Over REST a key of a singleton leads nowhere, nor does creating one.
    private static DirectusException IsOne(HttpCall? http, string collection, string? key) => http is null
        ? DirectusException.InvalidPayload($"\"{collection}\" is a singleton, which is updated without a key")
        : DirectusException.RouteNotFound(key is null ? $"/{collection}" : $"/{collection}/{key}");
}

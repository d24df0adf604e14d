using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Resolves the fields that write items. They answer what the caller may then read of them; who may read nothing
/// there is told that it was done.</summary>
internal sealed class ItemMutations(ItemCalls calls, IOptions<QueryLimits> limits)
{
    public Task<object?> CreateOneAsync(IResolveFieldContext context, string collection, CollectionType? shown) => AnswerAsync(context, shown, list: false,
        answer => calls.CreateAsync(Call(context, collection, shown), [Data(context)], one: true, answer, context.CancellationToken));

    public Task<object?> CreateManyAsync(IResolveFieldContext context, string collection, CollectionType? shown) => AnswerAsync(context, shown, list: true,
        answer => calls.CreateAsync(Call(context, collection, shown), List(context, "data"), one: false, answer, context.CancellationToken));

    public Task<object?> UpdateOneAsync(IResolveFieldContext context, string collection, CollectionType? shown) => AnswerAsync(context, shown, list: false,
        async answer =>
        {
            var call = Call(context, collection, shown);
            if (!await calls.UpdateOneAsync(call, ItemQueries.Key(context), Data(context), null, answer, context.CancellationToken)) throw DirectusException.Forbidden();
        });

    public Task<object?> UpdateManyAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        UpdateAsync(context, collection, shown, list: true, new ItemChange { Keys = List(context, "ids"), Data = Data(context) });

    public Task<object?> UpdateEachAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        UpdateAsync(context, collection, shown, list: true, new ItemChange { Items = List(context, "data") });

    public Task<object?> UpdateSingletonAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        UpdateAsync(context, collection, shown, list: false, new ItemChange { Singleton = true, Data = Data(context) });

    public async Task<object?> DeleteOneAsync(IResolveFieldContext context, string collection)
    {
        var key = ItemQueries.Key(context);
        await calls.DeleteOneAsync(GraphQLCall.Of(context).Caller, collection, key, null, context.CancellationToken);
        return new Row(ArgumentJson.Of(new Dictionary<string, object?> { ["id"] = key }));
    }

    public async Task<object?> DeleteManyAsync(IResolveFieldContext context, string collection)
    {
        var keys = List(context, "ids");
        await calls.DeleteAsync(GraphQLCall.Of(context).Caller, collection, new ItemSelection(keys, null, default), context.CancellationToken);
        return new Row(ArgumentJson.Of(new Dictionary<string, object?> { ["ids"] = keys }));
    }

    private Task<object?> UpdateAsync(IResolveFieldContext context, string collection, CollectionType? shown, bool list, ItemChange change) =>
        AnswerAsync(context, shown, list, answer => calls.UpdateAsync(Call(context, collection, shown), change, null, answer, context.CancellationToken));

    private static async Task<object?> AnswerAsync(IResolveFieldContext context, CollectionType? shown, bool list, Func<RowAnswer, Task> write)
    {
        var answer = new RowAnswer(GraphQLCall.Of(context), shown, list);
        await write(answer);
        return answer.Result;
    }

    private ItemCall Call(IResolveFieldContext context, string collection, CollectionType? shown) =>
        new(GraphQLCall.Of(context).Caller, collection, shown is null ? ItemQuery.Default : new QueryReader(context, limits.Value).Read(shown));

    private static JsonElement Data(IResolveFieldContext context) => ArgumentJson.Of(context.Arguments!["data"].Value, context);

    private static List<JsonElement> List(IResolveFieldContext context, string name) =>
        context.Arguments![name].Value is { } given ? [.. ArgumentJson.Of(given, context).EnumerateArray()] : [];
}

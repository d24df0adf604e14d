using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Resolves the fields that write items. They answer what the caller may then read of them; who may read nothing
/// there is told that it was done.</summary>
internal sealed class ItemMutations(ItemCalls calls, IOptions<QueryLimits> limits)
{
    public Task<object?> CreateOneAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        WriteAsync(context, new ItemWrite.Create(collection, [Data(context)]), shown, list: false);

    public Task<object?> CreateManyAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        WriteAsync(context, new ItemWrite.Create(collection, List(context, "data")), shown, list: true);

    public Task<object?> UpdateOneAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        WriteAsync(context, new ItemWrite.Update(collection, [ItemQueries.Key(context)], Data(context)), shown, list: false);

    public Task<object?> UpdateManyAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        WriteAsync(context, new ItemWrite.Update(collection, List(context, "ids"), Data(context)), shown, list: true);

    public Task<object?> UpdateEachAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        WriteAsync(context, new ItemWrite.UpdateEach(collection, List(context, "data")), shown, list: true);

    public Task<object?> UpdateSingletonAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        WriteAsync(context, new ItemWrite.UpdateSingleton(collection, Data(context)), shown, list: false);

    public async Task<object?> DeleteOneAsync(IResolveFieldContext context, string collection)
    {
        var key = ItemQueries.Key(context);
        await calls.DeleteAsync(GraphQLCall.Of(context).Caller, new ItemWrite.Delete(collection, [key]), context.CancellationToken);
        return new Row(ArgumentJson.Of(new Dictionary<string, object?> { ["id"] = key }));
    }

    public async Task<object?> DeleteManyAsync(IResolveFieldContext context, string collection)
    {
        var keys = List(context, "ids");
        await calls.DeleteAsync(GraphQLCall.Of(context).Caller, new ItemWrite.Delete(collection, keys), context.CancellationToken);
        return new Row(ArgumentJson.Of(new Dictionary<string, object?> { ["ids"] = keys }));
    }

    private async Task<object?> WriteAsync(IResolveFieldContext context, ItemWrite write, CollectionType? shown, bool list)
    {
        var request = GraphQLCall.Of(context);
        var query = shown is null ? ItemQuery.Default : new QueryReader(context, limits.Value).Read(shown);
        var answer = new RowAnswer(request, shown, list);
        var keys = await calls.WriteAsync(new ItemCall(request.Caller, write.Collection, query), write, one: !list, answer,
            context.CancellationToken);
        return list || keys.Count > 0 ? answer.Result : throw DirectusException.Forbidden();
    }

    private static JsonElement Data(IResolveFieldContext context) => ArgumentJson.Of(context.Arguments!["data"].Value, context);

    private static List<JsonElement> List(IResolveFieldContext context, string name) =>
        context.Arguments![name].Value is { } given ? [.. ArgumentJson.Of(given, context).EnumerateArray()] : [];
}

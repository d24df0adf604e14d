using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Shares;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Resolves the fields that write items. They answer what the caller may then read of them; who may read nothing
/// there is told that it was done.</summary>
internal sealed class ItemMutations(ItemWriter writer, ItemQueries queries)
{
    public async Task<object?> CreateOneAsync(IResolveFieldContext context, string collection, CollectionType? shown)
    {
        var keys = await CreateAsync(context, collection, [Data(context)]);
        return await OneAsync(context, shown, keys[0]);
    }

    public async Task<object?> CreateManyAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        await ManyAsync(context, shown, await CreateAsync(context, collection, List(context, "data")));

    public async Task<object?> UpdateOneAsync(IResolveFieldContext context, string collection, CollectionType? shown)
    {
        var keys = await WriteAsync(context, new ItemWrite.Update(collection, [ItemQueries.Key(context)], Data(context)));
        return keys.Count == 0 ? throw DirectusException.Forbidden() : await OneAsync(context, shown, keys[0]);
    }

    public async Task<object?> UpdateManyAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        await ManyAsync(context, shown, await WriteAsync(context, new ItemWrite.Update(collection, List(context, "ids"), Data(context))));

    public async Task<object?> UpdateEachAsync(IResolveFieldContext context, string collection, CollectionType? shown) =>
        await ManyAsync(context, shown, await WriteAsync(context, new ItemWrite.UpdateEach(collection, List(context, "data"))));

    public async Task<object?> UpdateSingletonAsync(IResolveFieldContext context, string collection, CollectionType? shown)
    {
        await WriteAsync(context, new ItemWrite.UpdateSingleton(collection, Data(context)));
        return shown is null ? true : await IfReadableAsync(() => queries.ListAsync(context, shown));
    }

    public async Task<object?> DeleteOneAsync(IResolveFieldContext context, string collection)
    {
        var key = ItemQueries.Key(context);
        await WriteAsync(context, new ItemWrite.Delete(collection, [key]));
        return new Row(ArgumentJson.Of(new Dictionary<string, object?> { ["id"] = key }));
    }

    public async Task<object?> DeleteManyAsync(IResolveFieldContext context, string collection)
    {
        var keys = List(context, "ids");
        await WriteAsync(context, new ItemWrite.Delete(collection, keys));
        return new Row(ArgumentJson.Of(new Dictionary<string, object?> { ["ids"] = keys }));
    }

    private Task<IReadOnlyList<object>> CreateAsync(IResolveFieldContext context, string collection, IReadOnlyList<JsonElement> items)
    {
        if (collection == SystemCollections.Shares) ShareCreation.RequireCollections(Caller(context), items.Select(ShareCreation.CollectionOf));
        return WriteAsync(context, new ItemWrite.Create(collection, items));
    }

    private Task<IReadOnlyList<object>> WriteAsync(IResolveFieldContext context, ItemWrite write) =>
        writer.WriteAsync(Caller(context), write, context.CancellationToken);

    private Task<object?> OneAsync(IResolveFieldContext context, CollectionType? shown, object key) => shown is null
        ? Task.FromResult<object?>(true)
        : IfReadableAsync(() => queries.GetAsync(context, shown, KeyJson.Of(key)));

    private async Task<object?> ManyAsync(IResolveFieldContext context, CollectionType? shown, IReadOnlyList<object> keys) =>
        shown is null ? true : await queries.ListAsync(context, shown, KeyJson.Of(keys));

    // What was written is written, and its writer is told nothing of it.
    private static async Task<object?> IfReadableAsync(Func<Task<object?>> read)
    {
        try
        {
            return await read();
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            return null;
        }
    }

    private static Caller Caller(IResolveFieldContext context) => GraphQLCall.Of(context).Caller;

    private static JsonElement Data(IResolveFieldContext context) => ArgumentJson.Of(context.Arguments!["data"].Value, context);

    private static List<JsonElement> List(IResolveFieldContext context, string name) =>
        context.Arguments![name].Value is { } given ? [.. ArgumentJson.Of(given, context).EnumerateArray()] : [];
}

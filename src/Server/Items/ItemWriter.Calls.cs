using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items;

// The calls, each of which is done anew from its start when it had to give way to others.
public sealed partial class ItemWriter
{
    public Task<IReadOnlyList<object>> CreateAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => CreateOnceAsync(current, collection, items, cancellation), cancellation);

    /// <summary>Creates items and changes others of the same collection, all or none; answers the keys of both.</summary>
    public Task<IReadOnlyList<object>> SaveAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items, IReadOnlyList<JsonElement> keys,
        JsonElement change, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => SaveOnceAsync(current, collection, items, keys, change, cancellation), cancellation);

    public Task<IReadOnlyList<object>> UpdateAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys, JsonElement data,
        CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => UpdateOnceAsync(current, collection, keys, data, cancellation), cancellation);

    /// <summary>Updates one item; when there is a condition, only if it holds.</summary>
    public Task<IReadOnlyList<object>> UpdateOneAsync(Caller caller, string collection, JsonElement key, JsonElement data, ItemCondition? condition,
        CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => UpdateOneOnceAsync(current, collection, key, data, condition, cancellation), cancellation);

    /// <summary>Updates items that hold each its own primary key.</summary>
    public Task<IReadOnlyList<object>> UpdateEachAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => UpdateEachOnceAsync(current, collection, items, cancellation), cancellation);

    public Task<IReadOnlyList<object>> UpdateByQueryAsync(Caller caller, string collection, ItemQuery query, JsonElement data,
        CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => UpdateByQueryOnceAsync(current, collection, query, data, cancellation), cancellation);

    /// <summary>Updates the one item of a singleton, which the first update creates.</summary>
    public Task<object> UpsertSingletonAsync(Caller caller, string collection, JsonElement data, ItemCondition? condition, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => UpsertSingletonOnceAsync(current, collection, data, condition, cancellation), cancellation);

    public Task DeleteAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => DeleteOnceAsync(current, collection, keys, cancellation), cancellation);

    /// <summary>Deletes one item; when there is a condition, only if it holds.</summary>
    public Task DeleteOneAsync(Caller caller, string collection, JsonElement key, ItemCondition? condition, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => DeleteOneOnceAsync(current, collection, key, condition, cancellation), cancellation);

    public Task DeleteByQueryAsync(Caller caller, string collection, ItemQuery query, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => DeleteByQueryOnceAsync(current, collection, query, cancellation), cancellation);
}

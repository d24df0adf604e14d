using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items;

/// <summary>Writes items, each call in one transaction with its activity and revisions. Answers primary keys
/// (int, long, string or Guid); to answer the items themselves, read them after with <see cref="ItemReader"/>.</summary>
public sealed class ItemWriter
{
    public Task<IReadOnlyList<object>> CreateAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items,
        CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<object>> UpdateAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys,
        JsonElement data, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Updates items that hold each its own primary key.</summary>
    public Task<IReadOnlyList<object>> UpdateEachAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items,
        CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<object>> UpdateByQueryAsync(Caller caller, string collection, ItemQuery query,
        JsonElement data, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Updates the one item of a singleton, which the first update creates.</summary>
    public Task<object> UpsertSingletonAsync(Caller caller, string collection, JsonElement data,
        CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys,
        CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteByQueryAsync(Caller caller, string collection, ItemQuery query,
        CancellationToken cancellation) => throw new NotSupportedException();
}

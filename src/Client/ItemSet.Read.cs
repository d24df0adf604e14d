using System.Runtime.CompilerServices;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;

namespace Directus.Grpc.Client;

public sealed partial class ItemSet<T>
{
    private const int DefaultPageSize = 100;

    /// <summary>Reads the items.</summary>
    /// <exception cref="DirectusException">FORBIDDEN for a collection or a field that is absent or not readable;
    /// INVALID_QUERY for a query that makes no sense.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellation = default) =>
        RowReader.Many((await ListAsync(query, cancellation)).Json, row);

    /// <summary>Reads the items as another type.</summary>
    public Task<IReadOnlyList<TRow>> ToListAsync<TRow>(CancellationToken cancellation = default) where TRow : class =>
        As<TRow>().ToListAsync(cancellation);

    /// <summary>Reads the items while they come, however many there are: without <see cref="Limit"/> all of them.</summary>
    /// <exception cref="DirectusException">FORBIDDEN for a collection or a field that is absent or not readable;
    /// INVALID_QUERY for a query that makes no sense.</exception>
    public async IAsyncEnumerable<T> StreamAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var request = new StreamItemsRequest { Collection = collection, Query = query, Encoding = Encoding.Json };
        await foreach (var reply in connection.StreamAsync(connection.Items.StreamItems, request, cancellation))
            foreach (var item in RowReader.Many(reply.Json, row)) yield return item;
    }

    /// <summary>Reads the first item; null when there is none.</summary>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellation = default)
    {
        var reply = await ListAsync(With(next => next.Limit = 1).query, cancellation);
        return RowReader.One(reply.Json, row);
    }

    /// <summary>Counts the items that match the filter and the search, on all pages.</summary>
    public async Task<long> CountAsync(CancellationToken cancellation = default)
    {
        var counting = With(next =>
        {
            next.Limit = 0;
            next.ClearOffset();
            next.ClearPage();
            next.Sort.Clear();
            next.Meta.Add("filter_count");
        });
        return (await ListAsync(counting.query, cancellation)).Meta.FilterCount;
    }

    /// <summary>Reads the items with the counts around them.</summary>
    public async Task<ItemPage<T>> PageAsync(CancellationToken cancellation = default)
    {
        var reply = await ListAsync(With(next => next.Meta.Add("*")).query, cancellation);
        return new(RowReader.Many(reply.Json, row), reply.Meta.TotalCount, reply.Meta.FilterCount);
    }

    /// <summary>Reads page after page of <see cref="Limit"/> items, by default 100, beginning at the set's own page or offset, until there
    /// are no more. Each page is a call of its own: sort by something unique, and what is written meanwhile may show or not.</summary>
    /// <returns>The pages; none of them is empty.</returns>
    /// <exception cref="DirectusException">As for <see cref="ToListAsync(CancellationToken)"/>.</exception>
    public async IAsyncEnumerable<IReadOnlyList<T>> PagesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var size = query.HasLimit ? query.Limit : DefaultPageSize;
        if (size < 1) throw new InvalidOperationException($"Pages cannot have {size} items.");

        for (var page = 0; ; page++)
        {
            var items = RowReader.Many((await ListAsync(Part(page, size).query, cancellation)).Json, row);
            if (items.Count > 0) yield return items;
            if (items.Count < size) yield break;
        }
    }

    /// <summary>Reads the item with the key. Fields and Deep apply, other parts of the query do not.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent or not readable.</exception>
    public async Task<T> GetAsync(ItemKey key, CancellationToken cancellation = default) =>
        (await GetTaggedAsync(key, cancellation)).Item;

    /// <summary>Reads the item with the key and its tag.</summary>
    /// <inheritdoc cref="GetAsync(ItemKey, CancellationToken)"/>
    public async Task<TaggedItem<T>> GetTaggedAsync(ItemKey key, CancellationToken cancellation = default)
    {
        var request = new GetItemRequest
        {
            Collection = collection,
            Key = key.ToString(),
            Query = Answer(),
            Encoding = Encoding.Json,
        };
        var reply = await connection.CallAsync(connection.Items.GetItemAsync, request, cancellation);
        return new(RowReader.Many(reply.Json, row)[0], reply.Etag);
    }

    private Task<ListItemsResponse> ListAsync(Query asked, CancellationToken cancellation)
    {
        var request = new ListItemsRequest { Collection = collection, Query = asked, Encoding = Encoding.Json };
        return connection.CallAsync(connection.Items.ListItemsAsync, request, cancellation);
    }

    // A page after the set's own beginning. An offset, because a page number counts from the first item.
    private ItemSet<T> Part(int page, int size) => With(next =>
    {
        next.Limit = size;
        next.Offset = (query.HasPage ? (query.Page - 1) * size : query.Offset) + (page * size);
        next.ClearPage();
    });

    // What of the query shapes an item, rather than choosing items.
    private Query Answer() => new() { Fields = { query.Fields }, Deep = query.Deep };
}

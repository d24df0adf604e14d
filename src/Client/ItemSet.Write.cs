using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;

namespace Directus.Grpc.Client;

public sealed partial class ItemSet<T>
{
    /// <summary>Creates an item and reads it back, as far as Fields asks. Properties that are null are left out, so
    /// the fields take their defaults.</summary>
    /// <returns>The item; null when the caller may not read it.</returns>
    /// <exception cref="DirectusException">FORBIDDEN, or what is wrong with the values.</exception>
    public Task<T?> CreateAsync(T item, CancellationToken cancellation = default) =>
        CreateAsync((object)item, cancellation);

    /// <summary>Creates an item from any object: an anonymous one, a dictionary, JSON.</summary>
    /// <inheritdoc cref="CreateAsync(T, CancellationToken)"/>
    public async Task<T?> CreateAsync(object item, CancellationToken cancellation = default) =>
        await CreateAsync([item], cancellation) is [var created, ..] ? created : null;

    /// <summary>Creates items in one transaction: all of them, or none.</summary>
    /// <returns>The items in the same order; empty when the caller may not read them.</returns>
    /// <exception cref="DirectusException">FORBIDDEN, or what is wrong with the values.</exception>
    public async Task<IReadOnlyList<T>> CreateAsync(IEnumerable<object> items, CancellationToken cancellation = default)
    {
        var request = new CreateItemsRequest { Collection = collection, Query = Answer(), Encoding = Encoding.Json };
        request.Items.Add(items.Select(item => Data(item, isNew: true)));
        var reply = await connection.CallAsync(connection.Items.CreateItemsAsync, request, cancellation);
        return RowReader.Many(reply.Json, row);
    }

    /// <summary>Changes the item with the key: every property of the given object, null ones too. An anonymous object
    /// changes just what it names: <c>UpdateAsync(5, new { status = "archived" })</c>.</summary>
    /// <returns>The item; null when the caller may not read it, and when an administrator changes one that is not there.</returns>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent or not writable (an administrator is told of no absent
    /// one: as in Directus, nothing is changed and nothing refused), or what is wrong with the values.</exception>
    public Task<T?> UpdateAsync(ItemKey key, object changes, CancellationToken cancellation = default) =>
        UpdateAsync(key, changes, "", cancellation);

    /// <summary>Changes the item with the key if it still is what it was when it was read.</summary>
    /// <param name="key">The key.</param>
    /// <param name="changes">What to change.</param>
    /// <param name="ifMatch">The tag of <see cref="GetTaggedAsync"/>, or <c>*</c> when it is enough that the item is there.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The item; null when the caller may not read it.</returns>
    /// <exception cref="DirectusException">PRECONDITION_FAILED when the item has changed; FORBIDDEN when it is absent or
    /// not writable, or what is wrong with the values.</exception>
    public async Task<T?> UpdateAsync(ItemKey key, object changes, string ifMatch, CancellationToken cancellation = default)
    {
        var request = new UpdateItemRequest
        {
            Collection = collection,
            Key = key.ToString(),
            Data = Data(changes),
            Query = Answer(),
            Encoding = Encoding.Json,
            IfMatch = ifMatch,
        };
        var reply = await connection.CallAsync(connection.Items.UpdateItemAsync, request, cancellation);
        return RowReader.One(reply.Json, row);
    }

    /// <summary>Changes the items with the keys alike, in one transaction.</summary>
    /// <returns>The items that were changed, as far as the caller may read them; an administrator's keys that are not there
    /// are passed over.</returns>
    /// <exception cref="DirectusException">FORBIDDEN when one of them is absent or not writable and the caller is no
    /// administrator, or what is wrong with the values.</exception>
    public async Task<IReadOnlyList<T>> UpdateAsync(
        IEnumerable<ItemKey> keys, object changes, CancellationToken cancellation = default)
    {
        var request = new UpdateItemsRequest
        {
            Collection = collection,
            Keys = { keys.Select(key => key.ToString()) },
            Data = Data(changes),
            Query = Answer(),
            Encoding = Encoding.Json,
        };
        // Without keys the server would take the data for a singleton's.
        if (request.Keys.Count == 0) return [];
        var reply = await connection.CallAsync(connection.Items.UpdateItemsAsync, request, cancellation);
        return RowReader.Many(reply.Json, row);
    }

    /// <summary>Deletes the item with the key. One that is not there is deleted already for an administrator, as in Directus;
    /// <c>ifMatch: "*"</c> tells the difference.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent or the caller may not; INVALID_FOREIGN_KEY when
    /// other items still refer to it.</exception>
    public Task DeleteAsync(ItemKey key, CancellationToken cancellation = default) => DeleteAsync(key, "", cancellation);

    /// <summary>Deletes the item with the key if it still is what it was when it was read.</summary>
    /// <param name="key">The key.</param>
    /// <param name="ifMatch">The tag of <see cref="GetTaggedAsync"/>, or <c>*</c> when it is enough that the item is there.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="DirectusException">PRECONDITION_FAILED when the item has changed; FORBIDDEN when it is absent or the
    /// caller may not; INVALID_FOREIGN_KEY when other items still refer to it.</exception>
    public Task DeleteAsync(ItemKey key, string ifMatch, CancellationToken cancellation = default) =>
        connection.CallAsync(
            connection.Items.DeleteItemAsync,
            new DeleteItemRequest { Collection = collection, Key = key.ToString(), IfMatch = ifMatch },
            cancellation);

    /// <summary>Deletes the items with the keys, in one transaction.</summary>
    /// <inheritdoc cref="DeleteAsync(ItemKey, CancellationToken)"/>
    public async Task DeleteAsync(IEnumerable<ItemKey> keys, CancellationToken cancellation = default)
    {
        var request = new DeleteItemsRequest { Collection = collection, Keys = { keys.Select(key => key.ToString()) } };
        if (request.Keys.Count == 0) return;
        await connection.CallAsync(connection.Items.DeleteItemsAsync, request, cancellation);
    }

    private Google.Protobuf.WellKnownTypes.Struct Data(object item, bool isNew = false) =>
        StructWriter.Item(item, item is T ? row.Options : connection.Options.Json, isNew);
}

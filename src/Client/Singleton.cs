using System.Text.Json.Serialization.Metadata;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;

namespace Directus.Grpc.Client;

/// <summary>A collection that holds one item.</summary>
/// <typeparam name="T">What the item is read as.</typeparam>
public sealed class Singleton<T> where T : class
{
    private readonly Connection connection;
    private readonly string collection;
    private readonly JsonTypeInfo<T> row;

    internal Singleton(Connection connection, string collection, JsonTypeInfo<T> row)
    {
        this.connection = connection;
        this.collection = collection;
        this.row = row;
    }

    /// <summary>Reads the item; before the first update it holds the fields' defaults.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is not readable.</exception>
    public async Task<T> GetAsync(CancellationToken cancellation = default)
    {
        var request = new ListItemsRequest { Collection = collection, Encoding = Encoding.Json };
        var reply = await connection.CallAsync(connection.Items.ListItemsAsync, request, cancellation);
        return RowReader.Many(reply.Json, row)[0];
    }

    /// <summary>Changes the item: every property of the given object, null ones too.</summary>
    /// <returns>The item; null when the caller may not read it.</returns>
    /// <exception cref="DirectusException">FORBIDDEN, or what is wrong with the values.</exception>
    public async Task<T?> UpdateAsync(object changes, CancellationToken cancellation = default)
    {
        var request = new UpdateItemsRequest
        {
            Collection = collection,
            Data = StructWriter.Item(changes, changes is T ? row.Options : connection.Options.Json, isNew: false),
            Encoding = Encoding.Json,
        };
        var reply = await connection.CallAsync(connection.Items.UpdateItemsAsync, request, cancellation);
        return RowReader.One(reply.Json, row);
    }
}

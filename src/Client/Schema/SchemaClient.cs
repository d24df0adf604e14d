using Directus.Grpc.Schema.V1;
using Wire = Directus.Grpc.Schema.V1;

namespace Directus.Grpc.Client;

/// <summary>Collections, fields and relations. Changing them is for administrators; others get FORBIDDEN.</summary>
public sealed class SchemaClient
{
    private readonly Connection connection;

    internal SchemaClient(Connection connection) => this.connection = connection;

    /// <summary>Creates a collection with its table and fields; see <see cref="NewField"/>.</summary>
    /// <exception cref="DirectusException">INVALID_PAYLOAD for a name that is taken or not allowed.</exception>
    public Task<Collection> CreateCollectionAsync(string collection, params IEnumerable<Field> fields) =>
        CreateCollectionAsync(new Collection { Name = collection, Meta = new(), Schema = new() { Name = collection }, Fields = [.. fields] });

    /// <summary>Creates a collection as it is given; one without Schema is a folder.</summary>
    /// <exception cref="DirectusException">INVALID_PAYLOAD for a name that is taken or not allowed.</exception>
    public async Task<Collection> CreateCollectionAsync(Collection collection, CancellationToken cancellation = default)
    {
        var message = Messages.Write<Collection, Wire.Collection>(collection, Messages.Default.Collection);
        var request = new CreateCollectionsRequest { Collections = { message } };
        var reply = await connection.CallAsync(connection.Collections.CreateCollectionsAsync, request, cancellation);
        return Messages.Read(reply.Collections[0], Messages.Default.Collection);
    }

    /// <summary>Lists the collections that the caller may read.</summary>
    public async Task<IReadOnlyList<Collection>> ListCollectionsAsync(CancellationToken cancellation = default)
    {
        var request = new ListCollectionsRequest();
        var reply = await connection.CallAsync(connection.Collections.ListCollectionsAsync, request, cancellation);
        return Messages.ReadAll(reply.Collections, Messages.Default.Collection);
    }

    /// <summary>Deletes a collection with its items, fields, relations and permissions.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent.</exception>
    public Task DeleteCollectionAsync(string collection, CancellationToken cancellation = default) =>
        connection.CallAsync(
            connection.Collections.DeleteCollectionAsync,
            new DeleteCollectionRequest { Collection = collection },
            cancellation);

    /// <summary>Adds a field to a collection; see <see cref="NewField"/>.</summary>
    /// <exception cref="DirectusException">INVALID_PAYLOAD for a name that is taken or a type that does not exist.</exception>
    public async Task<Field> CreateFieldAsync(string collection, Field field, CancellationToken cancellation = default)
    {
        var request = new CreateFieldRequest { Collection = collection, Field = Messages.Write<Field, Wire.Field>(field, Messages.Default.Field) };
        return Messages.Read((await connection.CallAsync(connection.Fields.CreateFieldAsync, request, cancellation)).Field, Messages.Default.Field);
    }

    /// <summary>Lists the fields of a collection.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when the collection is absent or not readable.</exception>
    public async Task<IReadOnlyList<Field>> ListFieldsAsync(string collection, CancellationToken cancellation = default)
    {
        var request = new ListFieldsRequest { Collection = collection };
        var reply = await connection.CallAsync(connection.Fields.ListFieldsAsync, request, cancellation);
        return Messages.ReadAll(reply.Fields, Messages.Default.Field);
    }

    /// <summary>Deletes a field with its column, relations and permissions.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent.</exception>
    public Task DeleteFieldAsync(string collection, string field, CancellationToken cancellation = default) =>
        connection.CallAsync(
            connection.Fields.DeleteFieldAsync,
            new DeleteFieldRequest { Collection = collection, Field = field },
            cancellation);

    /// <summary>Lets a field refer to the items of another collection.</summary>
    /// <param name="collection">Collection of the field, the many side.</param>
    /// <param name="field">Field that holds the other item's key.</param>
    /// <param name="relatedCollection">Collection that it refers to, the one side.</param>
    /// <param name="oneField">Alias field of the one side that lists the items referring to it.</param>
    /// <param name="onDelete">What deleting the one side does: SET NULL, CASCADE, NO ACTION, …</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DirectusException">INVALID_PAYLOAD for collections or fields that do not exist or do not fit.</exception>
    public Task<Relation> CreateRelationAsync(
        string collection,
        string field,
        string relatedCollection,
        string? oneField = null,
        string onDelete = "SET NULL",
        CancellationToken cancellation = default) =>
        CreateRelationAsync(
            new Relation
            {
                Collection = collection,
                Field = field,
                RelatedCollection = relatedCollection,
                Meta = new() { OneField = oneField },
                Schema = new() { OnDelete = onDelete },
            },
            cancellation);

    /// <summary>Creates a relation as it is given.</summary>
    /// <exception cref="DirectusException">INVALID_PAYLOAD for collections or fields that do not exist or do not fit.</exception>
    public async Task<Relation> CreateRelationAsync(Relation relation, CancellationToken cancellation = default)
    {
        var request = new CreateRelationRequest { Relation = Messages.Write<Relation, Wire.Relation>(relation, Messages.Default.Relation) };
        var reply = await connection.CallAsync(connection.Relations.CreateRelationAsync, request, cancellation);
        return Messages.Read(reply.Relation, Messages.Default.Relation);
    }

    /// <summary>Deletes a relation with its foreign key; the fields stay.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent.</exception>
    public Task DeleteRelationAsync(string collection, string field, CancellationToken cancellation = default) =>
        connection.CallAsync(
            connection.Relations.DeleteRelationAsync,
            new DeleteRelationRequest { Collection = collection, Field = field },
            cancellation);
}

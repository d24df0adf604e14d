using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Schema;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>What the caller may write, and the types of the items that they send for it.</summary>
internal sealed class ItemInputs(TypeSet types, VisibleSchema create, VisibleSchema update, VisibleSchema delete)
{
    private readonly InputTypes _created = new(types, create);
    private readonly InputTypes _updated = new(types, update);

    public IEnumerable<Collection> Created => Writable(create);

    public IEnumerable<Collection> Updated => Writable(update);

    public IEnumerable<Collection> Deleted => Writable(delete);

    public InputObjectGraphType ForCreate(Collection collection) => _created.Of(collection);

    public InputObjectGraphType ForUpdate(Collection collection) => _updated.Of(collection);

    private static IEnumerable<Collection> Writable(VisibleSchema visible) => visible.Collections.Where(collection => Names.Fit(collection.Name));
}

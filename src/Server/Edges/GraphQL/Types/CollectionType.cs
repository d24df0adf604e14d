using Directus.Grpc.Server.Schema;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The type of a collection's items.</summary>
internal sealed class CollectionType : ObjectGraphType
{
    public CollectionType(Collection collection)
    {
        Name = collection.Name;
        Collection = collection;
        Description = (string?)collection.Meta?["note"];
    }

    public Collection Collection { get; }
}

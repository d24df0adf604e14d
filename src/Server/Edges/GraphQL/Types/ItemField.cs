using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Resolvers;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>A field of an item's type, with the field of the collection that it shows.</summary>
internal abstract class ItemField : GraphField
{
    protected ItemField(string name, Field field)
    {
        Name = name;
        Field = field;
        Resolver = new FuncFieldResolver<object?>(context => Resolve(context, (Row)context.Source!));
    }

    public Field Field { get; }

    protected abstract object? Resolve(IResolveFieldContext context, Row row);
}

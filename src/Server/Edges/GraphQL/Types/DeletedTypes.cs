using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>What deletions answer: the keys.</summary>
internal static class DeletedTypes
{
    public static ObjectGraphType One(TypeSet types) => Make("delete_one", "id", new NonNullGraphType(types.Id), CellForm.Text, types);

    public static ObjectGraphType Many(TypeSet types) =>
        Make("delete_many", "ids", new NonNullGraphType(new ListGraphType(types.Id)), CellForm.Texts, types);

    private static ObjectGraphType Make(string name, string field, IGraphType type, CellForm form, TypeSet types) => types.Once(name,
    () =>
    {
        var deleted = new ObjectGraphType { Name = name };
        deleted.AddField(new GraphField
        {
            Name = field,
            ResolvedType = type,
            Resolver = new FuncFieldResolver<object?>(context => Cell.Of(((Row)context.Source!)[field], form)),
        });
        return deleted;
    });
}

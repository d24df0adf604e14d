using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Schema;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The types of groups and of what is computed of them.</summary>
internal sealed class AggregateTypes(TypeSet types, VisibleSchema visible)
{
    public AggregatedType Of(Collection collection)
    {
        var name = types.FreeName(collection.Name + "_aggregated");
        var type = types.Add(new AggregatedType(name, collection, types));
        var fields = visible.Fields(collection).Where(field => !field.IsAlias && Names.Fit(field.Name)).ToList();
        var counts = Computed($"{name}_count", fields, types.Int);
        var numbers = fields.Where(IsNumber).ToList();
        var results = numbers.Count > 0 ? Computed($"{name}_fields", numbers, types.Float) : null;
        foreach (var function in AggregateFunctions.All.Where(function => function != AggregateFunctions.CountAll))
            if ((function.Computes == Computation.Count ? counts : results) is { } shown) type.Add(function, shown);
        return type;
    }

    private ObjectGraphType Computed(string name, IEnumerable<Field> fields, IGraphType of)
    {
        var (type, form) = (new ObjectGraphType { Name = types.FreeName(name) }, FieldForms.FormOf(of));
        foreach (var field in fields)
        {
            type.AddField(new GraphField
            {
                Name = field.Name,
                ResolvedType = of,
                Resolver = new FuncFieldResolver<object?>(context => Cell.Of(((Row)context.Source!)[field.Name], form)),
            });
        }

        return types.Add(type);
    }

    private static bool IsNumber(Field field) => !field.Masked && field.Kind.IsNumber();
}

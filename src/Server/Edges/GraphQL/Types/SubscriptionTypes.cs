using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>What may be subscribed to. Over HTTP nothing is; clients read here what there would be.</summary>
internal static class SubscriptionTypes
{
    public static ObjectGraphType? Of(TypeSet types, ReadTypes read)
    {
        var root = new ObjectGraphType { Name = "Subscription" };
        var events = new EnumerationGraphType { Name = "EventEnum" };
        foreach (var name in (string[])["create", "update", "delete"]) events.Add(name, name);
        foreach (var type in read.All)
        {
            var change = types.Add(new ObjectGraphType { Name = types.FreeName(type.Name + "_mutated") });
            change.AddField(new GraphField { Name = "key", ResolvedType = new NonNullGraphType(types.Id) });
            change.AddField(new GraphField { Name = "event", ResolvedType = events });
            change.AddField(new GraphField { Name = "data", ResolvedType = type });
            root.AddField(new GraphField
            {
                Name = type.Name + "_mutated",
                ResolvedType = change,
                Arguments = new QueryArguments(new QueryArgument(events) { Name = "event" }),
                StreamResolver = Nowhere,
            });
        }

        return root.Fields.Count > 0 ? root : null;
    }

    private static readonly SourceStreamResolver<object?> Nowhere = new(Never);

    private static IObservable<object?> Never(IResolveFieldContext context) =>
        throw new InvalidOperationException("Nothing is subscribed to over HTTP.");
}

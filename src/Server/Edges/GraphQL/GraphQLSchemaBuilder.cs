using System.Collections.Frozen;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.GraphQL.Fixed;
using Directus.Grpc.Server.Edges.GraphQL.Items;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using GraphQL.Conversion;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;
using GraphSchema = GraphQL.Types.Schema;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>Builds the schema that callers of some rights see: what they may not do does not exist in it.</summary>
internal sealed class GraphQLSchemaBuilder(ItemRoots items, SystemRoots system)
{
    private static readonly FrozenSet<string> SystemNames = SystemDocument.Types.Keys.ToFrozenSet();

    public ISchema Build(Caller caller, GraphQLScope scope)
    {
        var types = new TypeSet(scope == GraphQLScope.System ? SystemNames : FrozenSet<string>.Empty);
        var visible = Visible(caller, AccessAction.Read);
        var read = new ReadTypes(types, visible);
        var (query, mutation) = (new ObjectGraphType { Name = "Query" }, new ObjectGraphType { Name = "Mutation" });
        var inputs = new ItemInputs(types, Visible(caller, AccessAction.Create), Visible(caller, AccessAction.Update),
            Visible(caller, AccessAction.Delete));
        if (scope == GraphQLScope.System) system.Add(query, mutation, types, inputs, caller);
        items.AddQueries(query, types, read, visible,
            [.. read.All.Select(type => (NameOf(type.Collection, scope), type)).Where(entry => entry.Item1 is not null)!]);
        items.AddMutations(mutation, types, read, inputs, collection => NameOf(collection, scope));
        if (!read.All.Any(type => NameOf(type.Collection, scope) is not null)) query.AddField(Nothing(types));
        // The library would write names as C# writes those of parameters.
        var schema = new GraphSchema
        {
            Query = query, Subscription = SubscriptionTypes.Of(types, read),
            NameConverter = DefaultNameConverter.Instance
        };
        if (mutation.Fields.Count > 0) schema.Mutation = mutation;
        schema.Initialize();
        return schema;
    }

    private static VisibleSchema Visible(Caller caller, AccessAction action) => new(caller.Schema, caller.Access, action);

    private static string? NameOf(Collection collection, GraphQLScope scope) => (scope, collection.IsSystem) switch
    {
        (GraphQLScope.Items, false) => collection.Name,
        (GraphQLScope.System, true) => collection.Name[SystemCollections.Prefix.Length..],
        _ => null,
    };

    private static GraphField Nothing(TypeSet types) => new()
    {
        Name = "_empty",
        Description = "There's no data to query.",
        ResolvedType = types.Void,
        Resolver = new FuncFieldResolver<object?>(_ => null),
    };
}

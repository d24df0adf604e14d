using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Kernel;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <inheritdoc cref="IGraphQLSpecification"/>
internal sealed class GraphQLSpecification(GraphQLSchemas schemas, IOptions<GraphQLOptions> options) : IGraphQLSpecification
{
    public string OfItems(Caller caller) => Of(caller, GraphQLScope.Items);

    public string OfSystem(Caller caller) => Of(caller, GraphQLScope.System);

    public string Of(Caller caller, GraphQLScope scope)
    {
        if (!options.Value.Introspection) throw DirectusException.Forbidden();
        return schemas.For(caller, scope).Print();
    }
}

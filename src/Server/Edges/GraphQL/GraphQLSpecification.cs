using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Kernel;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>The schema that a caller sees, as a text in the schema language. Where introspection is closed, so is this.</summary>
internal sealed class GraphQLSpecification(GraphQLSchemas schemas, IOptions<GraphQLOptions> options)
{
    public string Of(Caller caller, GraphQLScope scope)
    {
        if (!options.Value.Introspection) throw DirectusException.Forbidden();
        return schemas.For(caller, scope).Print();
    }
}

using Directus.Grpc.Server.Access;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>The GraphQL schemas that a caller sees, as texts in the schema language; FORBIDDEN where introspection is closed.</summary>
internal interface IGraphQLSpecification
{
    string OfItems(Caller caller);

    string OfSystem(Caller caller);
}

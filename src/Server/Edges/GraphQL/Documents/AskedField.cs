using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>A field of the answer with all places of the document that ask for it: a selection and its fragments may each ask
/// for other fields of the same relation.</summary>
/// <param name="First">The first place, which has the same arguments as the others.</param>
/// <param name="Sets">What is asked of it.</param>
internal sealed record AskedField(GraphQLField First, List<GraphQLSelectionSet> Sets)
{
    public string Name => First.Name.StringValue;
}

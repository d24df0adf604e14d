namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>The two schemas, each with an address of its own.</summary>
internal enum GraphQLScope
{
    Items,
    System,
}

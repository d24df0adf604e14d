namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>What the GraphQL edge takes in and tells.</summary>
public sealed class GraphQLOptions
{
    public const string Section = "GraphQL";

    /// <summary>GRAPHQL_INTROSPECTION: whether callers may ask for the schema that they see.</summary>
    public bool Introspection { get; set; } = true;

    /// <summary>GRAPHQL_QUERY_TOKEN_LIMIT: the longest document.</summary>
    public int TokenLimit { get; set; } = 5_000;

    /// <summary>GRAPHQL_SCHEMA_CACHE_CAPACITY: schemas that are kept, one for each set of rights.</summary>
    public int SchemaCacheCapacity { get; set; } = 100;
}

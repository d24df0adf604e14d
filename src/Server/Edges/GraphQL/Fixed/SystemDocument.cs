using System.Collections.Frozen;
using GraphQLParser;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>The fixed part of the system's schema, as `system.graphql` tells it.</summary>
internal static class SystemDocument
{
    private static readonly GraphQLDocument Document = Load();

    public static FrozenDictionary<string, GraphQLTypeDefinition> Types { get; } =
        Document.Definitions.OfType<GraphQLTypeDefinition>().ToFrozenDictionary(type => type.Name.StringValue);

    public static IEnumerable<GraphQLFieldDefinition> Queries => Fields("Query");

    public static IEnumerable<GraphQLFieldDefinition> Mutations => Fields("Mutation");

    private static IEnumerable<GraphQLFieldDefinition> Fields(string root) => ((GraphQLObjectTypeDefinition)Types[root]).Fields!;

    private static GraphQLDocument Load()
    {
        using var stream = typeof(SystemDocument).Assembly.GetManifestResourceStream("graphql/system.graphql")
            ?? throw new InvalidOperationException("The schema of the system is missing from the program.");
        using var reader = new StreamReader(stream);
        return Parser.Parse(reader.ReadToEnd());
    }
}

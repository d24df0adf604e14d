namespace Directus.Grpc.Server.Edges.GraphQL.Scalars;

/// <summary>A variable within the literal of a JSON value, for which its value is put in once it is known.</summary>
internal sealed record VariableInLiteral(string Name);

using GraphQL.Types;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Scalars;

/// <summary>The type of what has no value: fields that only divide a form.</summary>
internal sealed class VoidScalar : ScalarGraphType
{
    public VoidScalar() => (Name, Description) = ("Void", "Represents NULL values");

    public override object? ParseLiteral(GraphQLValue value) => null;

    public override object? ParseValue(object? value) => null;

    public override object? Serialize(object? value) => null;
}

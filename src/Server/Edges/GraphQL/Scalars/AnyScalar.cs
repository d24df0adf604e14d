using GraphQL.Types;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Scalars;

/// <summary>A scalar that holds any JSON: the engine below knows what it takes.</summary>
internal sealed class AnyScalar : ScalarGraphType
{
    public AnyScalar(string name, string description) => (Name, Description) = (name, description);

    public override object? ParseLiteral(GraphQLValue value) => LiteralValue.Of(value);

    public override object? ParseValue(object? value) => value;

    public override object? Serialize(object? value) => value;

    public override bool CanParseValue(object? value) => true;
}

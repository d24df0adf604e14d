using System.Numerics;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Scalars;

/// <summary>A scalar of texts and, where it says so, numbers. What the text has to look like, the engine below knows.</summary>
internal sealed class PlainScalar : ScalarGraphType
{
    private readonly bool _numbers;

    public PlainScalar(string name, string description, bool numbers) => (Name, Description, _numbers) = (name, description, numbers);

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue => LiteralValue.Of(value),
        GraphQLIntValue or GraphQLFloatValue when _numbers => LiteralValue.Of(value),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null or string => value,
        int or long or BigInteger or decimal or double when _numbers => value,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value;
}

using System.Globalization;
using System.Numerics;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Scalars;

/// <summary>What a literal of a document stands for, where a scalar takes any. Throws for a word and for a number that is beyond
/// all numbers, by which the library knows that the literal does not fit.</summary>
internal static class LiteralValue
{
    public static object? Of(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLBooleanValue flag => flag.BoolValue,
        GraphQLIntValue number => Whole(number.Value.ToString()),
        GraphQLFloatValue number => Fraction(number.Value.Span),
        GraphQLListValue list => list.Values?.Select(Of).ToList() ?? [],
        GraphQLObjectValue fields => Fields(fields),
        GraphQLVariable variable => new VariableInLiteral(variable.Name.StringValue),
        _ => throw new FormatException("What this literal means is not known."),
    };

    public static object Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private static object Fraction(ReadOnlySpan<char> text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
        ? number
        : throw new FormatException("The number is too large.");

    private static Dictionary<string, object?> Fields(GraphQLObjectValue value)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in value.Fields ?? []) fields[field.Name.StringValue] = Of(field.Value);
        return fields;
    }
}

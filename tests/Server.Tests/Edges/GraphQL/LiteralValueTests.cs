using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL.Scalars;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges.GraphQL;

public sealed class LiteralValueTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("\"a\\n\"", "\"a\\n\"")]
    [InlineData("true", "true")]
    [InlineData("1.5e2", "150")]
    [InlineData("[1.5, \"x\", null, []]", "[1.5,\"x\",null,[]]")]
    [InlineData("{a: 0.5, b: {c: [true]}}", "{\"a\":0.5,\"b\":{\"c\":[true]}}")]
    public void Literals_are_values(string literal, string json) => Assert.Equal(json, JsonSerializer.Serialize(Of(literal)));

    [Theory]
    [InlineData("0")]
    [InlineData("-9223372036854775808")]
    [InlineData("99999999999999999999")]
    public void Whole_numbers_of_any_length_are_exact(string number) => Assert.Equal(number, $"{Of(number)}");

    [Theory]
    [InlineData("A_WORD")]
    [InlineData("1e999")]
    [InlineData("[{a: A_WORD}]")]
    public void What_stands_for_no_value_is_refused(string literal) => Assert.Throws<FormatException>(() => Of(literal));

    [Fact]
    public void A_variable_waits_for_its_value() => Assert.Equal(new VariableInLiteral("v"), Of("$v"));

    private static object? Of(string literal)
    {
        var operation = (GraphQLOperationDefinition)Parser.Parse($"query ($v: Int) {{ f(x: {literal}) }}").Definitions[0];
        return LiteralValue.Of(((GraphQLField)operation.SelectionSet.Selections[0]).Arguments![0].Value);
    }
}

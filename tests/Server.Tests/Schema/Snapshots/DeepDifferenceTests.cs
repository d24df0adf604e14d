using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Xunit;

namespace Directus.Grpc.Server.Tests.Schema.Snapshots;

/// <summary>Differences are those that the `deep-diff` library finds, in its order and its words.</summary>
public sealed class DeepDifferenceTests
{
    [Theory]
    [InlineData("1", "1", "")]
    [InlineData("null", "null", "")]
    [InlineData("10", "10.0", "")]
    [InlineData("1e2", "100", "")]
    [InlineData("""{"a":1,"b":[1,{"c":null}]}""", """{"b":[1,{"c":null}],"a":1}""", "")]
    [InlineData("1", "2", """{"kind":"E","lhs":1,"rhs":2}""")]
    [InlineData("1", "\"1\"", """{"kind":"E","lhs":1,"rhs":"1"}""")]
    [InlineData("true", "false", """{"kind":"E","lhs":true,"rhs":false}""")]
    [InlineData("null", "{}", """{"kind":"E","lhs":null,"rhs":{}}""")]
    [InlineData("[]", "{}", """{"kind":"E","lhs":[],"rhs":{}}""")]
    [InlineData("""{"a":1}""", """{"a":null}""", """{"kind":"E","path":["a"],"lhs":1,"rhs":null}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", """{"kind":"D","path":["a","b"],"lhs":1}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"d":4,"b":3,"e":5}""", """
        {"kind":"D","path":["a"],"lhs":1}
        {"kind":"E","path":["b"],"lhs":2,"rhs":3}
        {"kind":"D","path":["c"],"lhs":3}
        {"kind":"N","path":["d"],"rhs":4}
        {"kind":"N","path":["e"],"rhs":5}
        """)]
    [InlineData("""{"l":[1]}""", """{"l":[1,2,3]}""", """
        {"kind":"A","path":["l"],"index":2,"item":{"kind":"N","rhs":3}}
        {"kind":"A","path":["l"],"index":1,"item":{"kind":"N","rhs":2}}
        """)]
    [InlineData("[1,2,3]", "[4]", """
        {"kind":"A","index":2,"item":{"kind":"D","lhs":3}}
        {"kind":"A","index":1,"item":{"kind":"D","lhs":2}}
        {"kind":"E","path":[0],"lhs":1,"rhs":4}
        """)]
    [InlineData("""[{"a":1},{"a":2}]""", """[{"a":3},{"a":2,"b":0}]""", """
        {"kind":"N","path":[1,"b"],"rhs":0}
        {"kind":"E","path":[0,"a"],"lhs":1,"rhs":3}
        """)]
    public void Values_differ_by(string left, string right, string expected)
    {
        var found = new List<Difference>();
        DeepDifference.Find(JsonNode.Parse(left), JsonNode.Parse(right), [], found);

        Assert.Equal(expected.Trim(), string.Join('\n', found.Select(difference => difference.ToJson().ToJsonString())));
        Assert.Equal(expected.Length == 0, DeepDifference.Same(JsonNode.Parse(left), JsonNode.Parse(right)));
    }
}

using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("{}", "all")]
    [InlineData("[]", "all")]
    [InlineData("{\"a\":{}}", "all")]
    [InlineData("{\"_and\":[]}", "all")]
    [InlineData("{\"_and\":[{},[]]}", "all")]
    [InlineData("{\"a\":\"x\"}", "a _eq \"x\"")]
    [InlineData("{\"a\":5}", "a _eq 5")]
    [InlineData("{\"a\":{\"_eq\":null}}", "a _eq null")]
    [InlineData("{\"a\":{\"_eq\":1},\"b\":{\"_neq\":\"y\"}}", "(a _eq 1 and b _neq \"y\")")]
    [InlineData("{\"a\":{\"_gt\":1,\"_lte\":5}}", "a.(_gt 1 and _lte 5)")]
    [InlineData("{\"a\":{\"_or\":[{\"_eq\":1},{\"_eq\":2}]}}", "a.(_eq 1 or _eq 2)")]
    [InlineData("{\"_or\":[{\"a\":1},{\"b\":2}],\"c\":3}", "((a _eq 1 or b _eq 2) and c _eq 3)")]
    [InlineData("{\"_and\":[{\"_or\":[{\"a\":1},{\"b\":2}]},{\"c\":3}]}", "((a _eq 1 or b _eq 2) and c _eq 3)")]
    [InlineData("{\"_or\":[{},{\"a\":1}]}", "all")]
    [InlineData("{\"_or\":[{\"_and\":[]},{\"a\":1}]}", "a _eq 1")]
    [InlineData("{\"author\":{\"country\":{\"code\":{\"_in\":[\"UK\",\"SE\"]}}}}", "author.country.code _in [\"UK\",\"SE\"]")]
    [InlineData("{\"posts\":{\"_some\":{\"views\":{\"_gt\":1},\"title\":\"x\"}}}", "posts.some((views _gt 1 and title _eq \"x\"))")]
    [InlineData("{\"posts\":{\"_none\":{\"views\":{\"_gt\":1}}}}", "posts.none(views _gt 1)")]
    [InlineData("{\"year(day)\":{\"_eq\":2024}}", "year(day) _eq 2024")]
    [InlineData("{\"item:texts\":{\"body\":{\"_eq\":\"x\"}}}", "item:texts.body _eq \"x\"")]
    [InlineData("{\"$FOLLOW(authors,country)\":{\"name\":\"Bo\"}}", "$FOLLOW(authors,country).name _eq \"Bo\"")]
    [InlineData("{\"a\":{\"_in\":\"1,2\"}}", "a _in \"1,2\"")]
    [InlineData("{\"a\":{\"_null\":\"false\"}}", "a _null \"false\"")]
    public void Reads_filters(string json, string expected) => Assert.Equal(expected, Asked(json).ToString());

    [Theory]
    [InlineData("5", "Invalid filter key \"_eq\", a field is needed")]
    [InlineData("{\"_eq\":1}", "Invalid filter key \"_eq\", a field is needed")]
    [InlineData("{\"a\":null}", "Invalid filter object")]
    [InlineData("{\"a\":[1]}", "Invalid filter object")]
    [InlineData("{\"_and\":\"x\"}", "Invalid filter object")]
    [InlineData("{\"_or\":{\"a\":1}}", "Invalid filter object")]
    [InlineData("{\"_and\":[null]}", "Invalid filter object")]
    [InlineData("{\"_some\":{\"a\":1}}", "\"_some\" can only be used with top level relational alias field")]
    [InlineData("{\"a\":{\"_bogus\":1}}", "There is no filter operator \"_bogus\"")]
    [InlineData("{\"a\":{\"_EQ\":1}}", "There is no filter operator \"_EQ\"")]
    [InlineData("{\"a\":{\"_in\":[]}}", "\"_in\" has to be an array of values")]
    [InlineData("{\"a\":{\"_in\":\"\"}}", "\"_in\" has to be an array of values")]
    [InlineData("{\"a\":{\"_null\":\"maybe\"}}", "\"_null\" has to be a boolean")]
    [InlineData("{\"a\":{\"_null\":1}}", "\"_null\" has to be a boolean")]
    [InlineData("{\"a\":{\"_eq\":[1,2]}}", "The filter value for \"_eq\" has to be a string, number, or boolean")]
    [InlineData("{\"a\":{\"_in\":[{}]}}", "The filter value for \"_in\" has to be a string, number, or boolean")]
    [InlineData("{\"a\":{\"_eq\":\"\"}}", "You can't filter for an empty string in \"_eq\". Use \"_empty\" or \"_nempty\" instead")]
    public void Refuses_what_is_none(string json, string reason)
    {
        var refusal = Assert.Throws<DirectusException>(() => Asked(json));
        Assert.Equal(ErrorCodes.InvalidQuery, refusal.Code);
        Assert.Equal(reason, refusal.Errors[0].Extensions["reason"]);
    }

    [Theory]
    [InlineData("{\"a\":{\"_in\":[]}}", "a _in []")]
    [InlineData("{\"a\":{\"_eq\":\"\"}}", "a _eq \"\"")]
    [InlineData("{\"_or\":[{},{\"a\":1}]}", "a _eq 1")]
    public void Stored_rules_keep_operands_and_are_never_widened(string json, string expected)
    {
        Assert.Equal(expected, FilterParser.Parse(JsonText.Parse(json)).ToString());
        Assert.Equal(expected, FilterParser.Parse(JsonNode.Parse(json)).ToString());
    }

    [Fact]
    public void No_stored_rule_is_everything() => Assert.True(FilterParser.Parse((JsonNode?)null).IsAll);

    [Fact]
    public void A_hundred_groups_within_each_other_are_fine()
    {
        var json = string.Concat(Enumerable.Repeat("{\"_and\":[", 100)) + "{\"a\":1}" + string.Concat(Enumerable.Repeat("]}", 100));
        Assert.Equal("a _eq 1", Asked(json).ToString());
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Relations_are_followed_ten_steps_deep(int fields, bool fine)
    {
        var json = string.Concat(Enumerable.Repeat("{\"p\":", fields)) + "{\"_eq\":1}" + new string('}', fields);
        if (fine) Assert.False(Asked(json).IsAll);
        else Assert.Throws<DirectusException>(() => Asked(json));
    }

    [Fact]
    public void Too_many_rules_are_refused()
    {
        var json = "{\"_or\":[" + string.Join(',', Enumerable.Repeat("{\"a\":1}", 6_000)) + "]}";
        Assert.Throws<DirectusException>(() => Asked(json));
    }

    private static FilterNode Asked(string json) => FilterParser.ParseAsked(JsonText.Parse(json), QueryLimits.Standard);
}

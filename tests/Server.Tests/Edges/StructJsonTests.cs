using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Tests.Query;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges;

public sealed class StructJsonTests
{
    [Theory]
    [InlineData("{\"a\":1,\"b\":\"x\",\"c\":null,\"d\":true,\"e\":[1.5,{\"f\":[]}],\"g\":{}}")]
    [InlineData("{\"n\":-9007199254740991}")]
    public void Goes_both_ways(string json) =>
        Assert.Equal(json, StructJson.ToJson(StructJson.ToStruct(Encoding.UTF8.GetBytes(json))).GetRawText());

    [Fact]
    public void A_number_that_is_none_is_refused() => Assert.Throws<DirectusException>(
        () => StructJson.ToJson(new Struct { Fields = { ["a"] = Value.ForNumber(double.NaN) } }));

    [Fact]
    public void Depth_is_bounded()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40);
        Assert.Throws<DirectusException>(() => StructJson.ToStruct(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void A_query_message_means_what_its_query_string_means()
    {
        var message = new Common.V1.Query
        {
            Fields = { "id", "author.name" },
            Filter = StructJson.ToStruct("{\"author\":{\"_eq\":5}}"u8),
            Search = "x",
            Sort = { "-id" },
            Limit = 3,
            Offset = 2,
            Page = 4,
            Meta = { "*" },
            Aggregate = StructJson.ToStruct("{\"count\":[\"*\"]}"u8),
            GroupBy = { "a" },
            Deep = StructJson.ToStruct("{\"posts\":{\"_limit\":1}}"u8),
            Alias = { ["x"] = "title" },
            Backlink = false,
        };

        Assert.Equal("fields=id,author(name); filter=author _eq 5; search=x; sort=-id; limit=3; offset=2; page=4; meta=*; aggregate=count(*); group=a; " +
            "alias=x:title; deep=posts{limit=1}; backlink=false", ItemQueryText.Of(QueryMessages.Parse(message, QueryLimits.Standard)));
    }

    [Theory]
    [InlineData("{\"a\":\"\\u0000\"}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1}x")]
    [InlineData("")]
    public void JSON_that_would_do_harm_later_is_refused_at_once(string json) => Assert.ThrowsAny<JsonException>(() => JsonText.Parse(json));

    [Fact]
    public void An_escaped_backslash_before_u0000_is_only_text() => Assert.Equal("\\u0000", JsonText.Parse("\"\\\\u0000\"").GetString());
}

using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges;

public sealed class ItemBodiesTests
{
    [Theory]
    [InlineData("{\"keys\":\"1\"}", "\"keys\" must be an array")]
    [InlineData("{\"keys\":[true]}", "\"keys[0]\" must be one of [string, number]")]
    [InlineData("{\"filter\":{}}", "\"filter\" is not allowed")]
    [InlineData("{\"query\":null}", "\"query\" must be of type object")]
    [InlineData("{\"keys\":\"1\",\"filter\":1}", "\"keys\" must be an array")]
    [InlineData("[1]", "\"value\" must be of type object")]
    public void Refuses_searches(string body, string reason) => Refused(reason, () => ItemBodies.Search(Json(body), QueryLimits.Standard));

    [Theory]
    [InlineData("{}", "\"data\" is required")]
    [InlineData("{\"x\":1}", "\"data\" is required")]
    [InlineData("{\"keys\":[1]}", "\"data\" is required")]
    [InlineData("{\"data\":{}}", "\"value\" must contain at least one of [query, keys]")]
    [InlineData("{\"keys\":[1],\"query\":{},\"data\":{}}", "\"value\" contains a conflict between exclusive peers [query, keys]")]
    [InlineData("{\"keys\":[1],\"data\":{},\"x\":1}", "\"x\" is not allowed")]
    [InlineData("{\"keys\":[1],\"data\":[]}", "\"data\" must be of type object")]
    [InlineData("{\"keys\":[null],\"data\":{}}", "\"keys[0]\" must be one of [string, number]")]
    public void Refuses_updates(string body, string reason) =>
        Refused(reason, () => ItemBodies.Update(Json(body), "things", singleton: false, QueryLimits.Standard));

    [Theory]
    [InlineData("{}", "\"value\" must contain at least one of [query, keys]")]
    [InlineData("{\"x\":1}", "\"x\" is not allowed")]
    [InlineData("{\"keys\":5}", "\"keys\" must be an array")]
    [InlineData("{\"query\":[]}", "\"query\" must be of type object")]
    [InlineData("[null]", "\"[0]\" must be one of [string, number]")]
    public void Refuses_deletes(string body, string reason) => Refused(reason, () => ItemBodies.Delete(Json(body), "things", QueryLimits.Standard));

    [Fact]
    public void Refuses_items_that_are_none() => Refused("\"[1]\" must be of type object", () => ItemBodies.Items(Json("[{},1]")));

    [Fact]
    public void No_body_creates_one_item_from_defaults() => Assert.Equal("{}", Assert.Single(ItemBodies.Items(default)).GetRawText());

    [Fact]
    public void A_query_is_read_by_the_one_parser()
    {
        var selection = ItemBodies.Search(Json("{\"keys\":[1,\"b\"],\"query\":{\"limit\":3}}"), QueryLimits.Standard);

        Assert.Equal(["1", "\"b\""], selection.Keys!.Select(key => key.GetRawText()));
        Assert.Equal(3, selection.Query!.Limit);
    }

    private static JsonElement Json(string text) => JsonText.Parse(text);

    private static void Refused(string reason, Func<object> read)
    {
        var refusal = Assert.Throws<DirectusException>(read);
        Assert.Equal(ErrorCodes.InvalidPayload, refusal.Code);
        Assert.Equal(reason, refusal.Errors[0].Extensions["reason"]);
    }
}

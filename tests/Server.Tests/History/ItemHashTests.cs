using System.Text.Json;
using Directus.Grpc.Server.History.Versions;
using Xunit;

namespace Directus.Grpc.Server.Tests.History;

/// <summary>The hash of an item is the one that Directus stores with its versions. The first is of an answer of Directus, the others
/// are of the `object-hash` package.</summary>
public sealed class ItemHashTests
{
    [Theory]
    [InlineData("""
        {"id":1,"title":"one","body":"-","status":"draft","slug":"one","rank":5,"data":null,"author":1,"secret":null,"date_updated":null,
         "user_created":"58b30546-bc7f-426c-a664-48de84eb4143","comments":[1,2],"tags":[1]}
        """, "38d9ab407fc85e77f249764cf9e536bdf1ab2a9c")]
    [InlineData("{\"b\":{\"x\":[{},[],{\"y\":null}],\"é\":\"日本\"},\"a\":true,\"Z\":false}", "c9e4ee0708a59e8b3ecb7eac5d0aa389514b9594")]
    [InlineData("{\"n\":0}", "5ed0298aad4b1cc59c62482006a5395c18eb2bdc")]
    [InlineData("{\"n\":1}", "24e6e38c6545cec7a7ebc8ca3146eec150e5cf7b")]
    [InlineData("{\"n\":-1}", "56c458d648766138b27189d0a2dec4240c60a4b8")]
    [InlineData("{\"n\":1.5}", "dd83517e199332cf1fe1b6f9dc3a6eecfb82cdf5")]
    [InlineData("{\"n\":0.1}", "ede988887a011f6893566029cae28c88658f50b6")]
    [InlineData("{\"n\":0.000001}", "be2c11669bc2b68f3418a27015c1b39c5cffe86b")]
    [InlineData("{\"n\":1.5e-7}", "1f77ebad723044d24a11ee606e8f9c225d4ce5a5")]
    [InlineData("{\"n\":1e+21}", "170817a427af19ca61b6fc791ac47c9b6ebcace4")]
    [InlineData("{\"n\":100000000000000000000}", "6413785a042721aaac67114eb5f833f872ab8adb")]
    [InlineData("{\"n\":123456789012345680000}", "a27d17bbb68f33e8b6f983747a85c90b0d3778f8")]
    [InlineData("{\"n\":5e-324}", "077b6cdf56b205c347a5fe1e587a45a0e143bf1f")]
    [InlineData("{\"n\":1.7976931348623157e+308}", "437bc337c25f6ddc16ad70a6bf0ce96b1d3b2e2a")]
    [InlineData("{\"n\":-2.5e-10}", "913cb4b54922c5bb948ad1e0cecd7e4cb157ab49")]
    [InlineData("{\"n\":1000000000000000}", "d597015ee9a52a52b84f58b21a2befb7b5a7ffe4")]
    [InlineData("{\"n\":10000000000000000}", "bf336184bfa348dfa1cd903e5c8d15bf2aabfe3d")]
    [InlineData("{\"n\":0.000001234}", "301d26a0932b4568b2477ebf8055cd2fbb218a41")]
    public void An_item_has_the_hash_that_Directus_gives_it(string item, string hash) => Assert.Equal(hash, ItemHash.Of(JsonElement.Parse(item)));

    [Fact]
    public void The_order_of_the_fields_does_not_count() =>
        Assert.Equal(ItemHash.Of(JsonElement.Parse("""{"a":1,"b":2}""")), ItemHash.Of(JsonElement.Parse("""{"b":2,"a":1}""")));
}

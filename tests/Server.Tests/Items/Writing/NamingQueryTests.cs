using System.Text.Json;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Tests.Query;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Writing;

public sealed class NamingQueryTests
{
    [Theory]
    [InlineData("""{"filter":{"title":{"_eq":"x"}}}""", true)]
    [InlineData("""{"filter":{"title":{"_in":["x","y"]}},"limit":-1}""", true)]
    [InlineData("""{"filter":{"_or":[{"title":{"_eq":"x"}},{"pages":{"_eq":3}}]}}""", true)]
    [InlineData("""{}""", false)]
    [InlineData("""{"filter":{"title":{"_starts_with":"x"}}}""", false)]
    [InlineData("""{"filter":{"pages":{"_gt":3}}}""", false)]
    [InlineData("""{"filter":{"title":{"_null":true}}}""", false)]
    [InlineData("""{"filter":{"_or":[]}}""", false)]
    [InlineData("""{"filter":{"year(day)":{"_eq":2026}}}""", false)]
    [InlineData("""{"filter":{"author":{"name":{"_eq":"x"}}}}""", false)]
    [InlineData("""{"filter":{"title":{"_eq":"x"}},"sort":["pages"]}""", false)]
    [InlineData("""{"filter":{"title":{"_eq":"x"}},"search":"x"}""", false)]
    [InlineData("""{"filter":{"title":{"_eq":"x"}},"limit":1}""", false)]
    [InlineData("""{"filter":{"title":{"_eq":"x"}},"page":2}""", false)]
    public void Who_may_not_read_names_items_by_their_very_values(string query, bool names)
    {
        var asked = ItemQueryParser.Parse(JsonElement.Parse(query), QueryLimits.Standard);

        var refusal = Record.Exception(() => NamingQuery.Require(Library.Schema["articles"], asked));

        Assert.Equal(names ? null : ErrorCodes.Forbidden, (refusal as DirectusException)?.Code);
    }
}

using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

public sealed class ItemQueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("?unknown=1&_limit=2", "")]
    [InlineData("fields=id,title", "fields=id,title")]
    [InlineData("fields[]=id&fields[]=title", "fields=id,title")]
    [InlineData("fields=id&fields=title", "fields=id,title")]
    [InlineData("fields[]=id,title&fields=n", "fields=id,title,n")]
    [InlineData("fields[1]=b&fields[0]=a", "fields=a,b")]
    [InlineData("fields=id,%20title", "fields=id,title")]
    [InlineData("fields=", "")]
    [InlineData("fields=author.name,title,author.country.code,author", "fields=author(name,country(code)),title")]
    [InlineData("fields=*,author.*.*", "fields=*,author(*(*))")]
    [InlineData("fields=blocks.item:texts.body,blocks.item:images.url,blocks.item", "fields=blocks(item:texts(body),item:images(url),item)")]
    [InlineData("fields=year(day),json(data, a.b,c),count(posts)", "fields=year(day),json(data, a.b,c),count(posts)")]
    [InlineData("fields=id,(select 1)", "fields=id,(select 1)")]
    [InlineData("sort=-a,b", "sort=-a,b")]
    [InlineData("sort=--a", "sort=--a")]
    [InlineData("sort=-author.name,year(day)", "sort=-author.name,year(day)")]
    [InlineData("limit=5&offset=2&page=3", "limit=5; offset=2; page=3")]
    [InlineData("limit=-1&page=0", "limit=-1")]
    [InlineData("limit=", "limit=0")]
    [InlineData("limit=1e2", "limit=100")]
    [InlineData("limit[]=2", "limit=2")]
    [InlineData("limit=3000000000", "limit=2147483647")]
    [InlineData("search=%20a+b%20", "search=a b")]
    [InlineData("search=", "")]
    [InlineData("meta=*", "meta=*")]
    [InlineData("meta=total_count", "meta=total")]
    [InlineData("meta=total_count,filter_count", "meta=*")]
    [InlineData("aggregate[count]=*&aggregate[sum]=a,b", "aggregate=count(*) sum(a,b)")]
    [InlineData("aggregate={\"count\":\"*\",\"max\":[\"a\"]}&groupBy[]=year(day)&groupBy[]=b", "aggregate=count(*) max(a); group=year(day),b")]
    [InlineData("alias[x]=title&alias[y]=body", "alias=x:title,y:body")]
    [InlineData("alias={\"x\":\"title\"}", "alias=x:title")]
    [InlineData("deep[posts][_limit]=3&deep[posts][_sort]=-id&deep[posts][tags][_filter][a]=1",
        "deep=posts{sort=-id; limit=3; deep=tags{filter=a _eq \"1\"}}")]
    [InlineData("deep={\"posts\":{\"_filter\":{\"views\":{\"_gt\":5}},\"_group\":[\"a\"],\"_bogus\":1}}", "deep=posts{filter=views _gt 5; group=a}")]
    [InlineData("backlink=false&export=csv", "backlink=false; export=csv")]
    public void Reads_query_strings(string query, string expected) => Assert.Equal(expected, Text(query));

    [Theory]
    [InlineData("limit=ten", "\"limit\" must be a number")]
    [InlineData("limit=1&limit=2", "\"limit\" must be a number")]
    [InlineData("limit=null", "\"limit\" must be a number")]
    [InlineData("limit=1.5", "\"limit\" must be an integer")]
    [InlineData("limit=-2", "\"limit\" must be greater than or equal to -1")]
    [InlineData("limit=99999999999999999999", "\"limit\" must be a safe number")]
    [InlineData("limit=Infinity", "\"limit\" must be a safe number")]
    [InlineData("offset=-1", "\"offset\" must be greater than or equal to 0")]
    [InlineData("page=-1", "\"page\" must be greater than or equal to 0")]
    [InlineData("page[a]=1", "\"page\" must be a number")]
    [InlineData("meta=nonsense", "\"meta[0]\" must be one of [total_count, filter_count]")]
    [InlineData("meta[a]=b", "\"meta\" must be a string or array")]
    [InlineData("fields[a][b]=id", "\"fields\" must be a string or array")]
    [InlineData("fields=id,", "\"fields[1]\" is not allowed to be empty")]
    [InlineData("fields=a..b", "\"a..b\" in \"fields\" has an empty step")]
    [InlineData("fields=year(a", "Missing closing parenthesis in \"fields\"")]
    [InlineData("fields=a.b.c.d.e.f.g.h.i.j.k", "Max relational depth exceeded")]
    [InlineData("sort=a.b.c.d.e.f.g.h.i.j.k", "Max relational depth exceeded")]
    [InlineData("sort=a,", "\"sort[1]\" is not allowed to be empty")]
    [InlineData("sort=-", "\"sort[0]\" is not allowed to be empty")]
    [InlineData("export=pdf", "\"export\" must be one of [csv, csv_utf8, json, xml, yaml]")]
    [InlineData("alias=x", "\"alias\" has to be an object")]
    [InlineData("alias[x]=a.b", "\"alias\" key/value can't contain a period character `.`")]
    [InlineData("aggregate=x", "\"aggregate\" must be of type object")]
    [InlineData("aggregate[bogus]=a", "There is no aggregate function \"bogus\"")]
    [InlineData("deep=x", "\"deep\" must be of type object")]
    [InlineData("deep[a]=x", "\"deep.a\" must be of type object")]
    [InlineData("deep[a][_limit]=-5", "\"limit\" must be greater than or equal to -1")]
    [InlineData("deep[a][b][c][d][e][f][g][h][i][j][k][_limit]=1", "Max relational depth exceeded")]
    [InlineData("filter={bad", "Invalid JSON for filter object")]
    [InlineData("filter=null", "\"filter\" must be of type object")]
    [InlineData("search[a]=b", "\"search\" must be a string")]
    [InlineData("search=%00", "The query string holds the character NUL")]
    public void Refuses_what_makes_no_sense(string query, string reason)
    {
        var refusal = Assert.Throws<DirectusException>(() => Text(query));
        Assert.Equal(ErrorCodes.InvalidQuery, refusal.Code);
        Assert.Equal(reason, refusal.Errors[0].Extensions["reason"]);
    }

    [Theory]
    [InlineData("{\"limit\":\"2\",\"fields\":\"id,a\"}", "fields=id,a; limit=2")]
    [InlineData("{\"limit\":null,\"fields\":null,\"filter\":null,\"meta\":null}", "")]
    [InlineData("{\"filter\":\"{\\\"b\\\":1}\",\"sort\":[\"-a\"],\"search\":5}", "filter=b _eq 1; search=5; sort=-a")]
    public void Reads_bodies_too(string query, string expected) =>
        Assert.Equal(expected, ItemQueryText.Of(ItemQueryParser.Parse(JsonText.Parse(query), QueryLimits.Standard)));

    [Theory]
    [InlineData("limit=-1", 50)]
    [InlineData("limit=50", 50)]
    [InlineData("", null)]
    public void A_maximum_bounds_the_limit(string query, int? expected) =>
        Assert.Equal(expected, ItemQueryParser.Parse(DirectusQueryString.Parse(query), new QueryLimits { Max = 50 }).Limit);

    [Fact]
    public void A_limit_beyond_the_maximum_is_refused() => Assert.Throws<DirectusException>(
        () => ItemQueryParser.Parse(DirectusQueryString.Parse("limit=51"), new QueryLimits { Max = 50 }));

    [Fact]
    public void More_fields_than_allowed_are_refused() => Assert.Throws<DirectusException>(
        () => Text("fields=" + string.Join(',', Enumerable.Range(0, 1_001).Select(i => $"f{i}"))));

    private static string Text(string query) => ItemQueryText.Of(ItemQueryParser.Parse(DirectusQueryString.Parse(query), QueryLimits.Standard));
}

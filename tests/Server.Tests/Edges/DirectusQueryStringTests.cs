using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges;

public sealed class DirectusQueryStringTests
{
    [Theory]
    [InlineData("?a=1&b=x+y", "{'a':'1','b':'x y'}")]
    [InlineData("a=1&a=2", "{'a':['1','2']}")]
    [InlineData("a[]=1", "{'a':['1']}")]
    [InlineData("a[]=1&a[]=2&a=3", "{'a':['1','2','3']}")]
    [InlineData("a[1]=y&a[0]=x", "{'a':['x','y']}")]
    [InlineData("a[5]=x&a[]=y", "{'a':['x','y']}")]
    [InlineData("filter[a][_eq]=1&filter[a][_neq]=2", "{'filter':{'a':{'_eq':'1','_neq':'2'}}}")]
    [InlineData("filter[_or][0][a]=1&filter[_or][1][b]=2", "{'filter':{'_or':[{'a':'1'},{'b':'2'}]}}")]
    [InlineData("filter[_or][][a]=1&filter[_or][][b]=2", "{'filter':{'_or':[{'a':'1'},{'b':'2'}]}}")]
    [InlineData("filter%5Ba%5D%5B_eq%5D=1", "{'filter':{'a':{'_eq':'1'}}}")]
    [InlineData("filter[First%20Name][_eq]=x", "{'filter':{'First Name':{'_eq':'x'}}}")]
    [InlineData("filter[a][_eq]=b=c", "{'filter':{'a':{'_eq':'b=c'}}}")]
    [InlineData("filter[a=b][_eq]=x", "{'filter':{'a=b':{'_eq':'x'}}}")]
    [InlineData("filter[a=x", "{'filter[a':'x'}")]
    [InlineData("filter]a=x", "{'filter]a':'x'}")]
    [InlineData("[filter][a]=x", "{'filter':{'a':'x'}}")]
    [InlineData("filter[a]b=x", "{'filter':{'a':'x'}}")]
    [InlineData("filter[a]=x&filter[a][_neq]=y", "{'filter':{'a':['x',{'_neq':'y'}]}}")]
    [InlineData("filter%255Ba%255D=x", "{'filter%5Ba%5D':'x'}")]
    [InlineData("a=%C3%BC%zz%", "{'a':'ü%zz%'}")]
    [InlineData("a=%ff", "{'a':'�'}")]
    [InlineData("a=[]", "{'a':'[]'}")]
    [InlineData("a=[", "{'a':'['}")]
    [InlineData("a=%5B%5D&b=%5B", "{'a':'[]','b':'['}")]
    [InlineData("a=[1]&b=[2]", "{'a':'[1]','b':'[2]'}")]
    [InlineData("a=[]=x", "{'a=':['x']}")]
    [InlineData("a&b=&=c&&", "{'a':'','b':''}")]
    public void Follows_the_rules_of_qs(string query, string expected) =>
        Assert.Equal(expected.Replace('\'', '"'), DirectusQueryString.Parse(query).GetRawText());

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    public void No_query_is_undefined(string query) => Assert.Equal(JsonValueKind.Undefined, DirectusQueryString.Parse(query).ValueKind);

    [Fact]
    public void Is_bounded()
    {
        Refused(new string('a', DirectusQueryString.MaxLength + 1));
        Refused(string.Join('&', Enumerable.Range(0, DirectusQueryString.MaxParameters + 1).Select(i => $"p{i}=1")));
        Refused("a" + string.Concat(Enumerable.Repeat("[b]", DirectusQueryString.MaxKeyDepth + 1)) + "=1");
        Refused("a=%00");
        static void Refused(string query) =>
            Assert.Equal(ErrorCodes.InvalidQuery, Assert.Throws<DirectusException>(() => DirectusQueryString.Parse(query)).Code);
    }

    [Theory]
    [InlineData("?access_token=abc", "abc")]
    [InlineData("?limit=1&access_token=a%2Bb&x=1", "a+b")]
    [InlineData("?access_token=", null)]
    [InlineData("?access_token[]=abc", null)]
    [InlineData("?my_access_token=abc", null)]
    [InlineData("", null)]
    public void Finds_the_token(string query, string? expected) => Assert.Equal(expected, DirectusQueryString.AccessToken(query));
}

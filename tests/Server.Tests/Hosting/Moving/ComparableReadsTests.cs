using System.Text;
using Directus.Grpc.Server.Hosting.Commands;
using Directus.Grpc.Server.Hosting.Moving.Comparing;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Moving;

/// <summary>What another server may be asked, of calls and of lines of a log: nothing that changes anything there.</summary>
public sealed class ComparableReadsTests
{
    [Theory]
    [InlineData("GET", "/items/a?limit=1"), InlineData("SEARCH", "/items/a"), InlineData("GET", "/users/me"), InlineData("GET", "/fields/a/b")]
    [InlineData("GET", "/graphql?query={a{id}}"), InlineData("POST", "/graphql", """{"query":"query A { a { id } } fragment F on a { id }"}""")]
    [InlineData("POST", "/graphql/system", """{"query":"{ users_me { id } }"}""")]
    public void Reads_are_asked(string method, string target, string body = "") => Assert.True(Is(method, target, body));

    [Theory]
    [InlineData("POST", "/items/a"), InlineData("PATCH", "/items/a/1"), InlineData("DELETE", "/items/a/1"), InlineData("POST", "/users/me")]
    [InlineData("GET", "/flows/trigger/1"), InlineData("GET", "/auth/login/x"), InlineData("GET", "/server/health"), InlineData("GET", "/assets/1")]
    [InlineData("GET", "/utils/random/string"), InlineData("GET", "/my-extension"), InlineData("GET", "//items/a"), InlineData("GET", "/ITEMS/a")]
    [InlineData("POST", "/graphql", """{"query":"mutation { a }"}"""), InlineData("POST", "/graphql", """{"query":"{ a } mutation M { b }"}""")]
    [InlineData("POST", "/graphql", """{"query":"subscription { a }"}"""), InlineData("POST", "/graphql", """{"query":"{"}""")]
    [InlineData("POST", "/graphql", """[{"query":"{ a }"}]"""), InlineData("POST", "/graphql", "no JSON"), InlineData("GET", "/graphql")]
    [InlineData("GET", "/graphql?query=mutation{a}")]
    public void What_may_change_something_is_not(string method, string target, string body = "") => Assert.False(Is(method, target, body));

    [Theory]
    [InlineData("/items/a?sort=id", "/items/a?sort=id")]
    [InlineData("[12:00:00] GET /items/a?filter[b][_eq]=c 200 3ms", "/items/a?filter[b][_eq]=c")]
    [InlineData("""{"level":30,"req":{"id":1,"method":"GET","url":"/users?limit=1"},"res":{"statusCode":200}}""", "/users?limit=1")]
    [InlineData("""1.2.3.4 - - [31/Jan/2026:12:00:00 +0000] "GET /items/a HTTP/1.1" 200 5 "https://example.com/x" "curl/8" """, "/items/a")]
    [InlineData("[12:00:00] GET /items/a?access_token=--redacted--&limit=1 200 3ms", "/items/a?limit=1")]
    [InlineData("/items/a?access_token=secret", "/items/a")]
    public void Lines_of_logs_tell_what_was_read(string line, string target) => Assert.Equal(target, ReadLine.Target(line));

    [Theory]
    [InlineData(""), InlineData("[12:00:00] POST /items/a 200 3ms"), InlineData("[12:00:00.000] WARN: GET out of /here"), InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"req":"GET /items/a"}"""), InlineData("[12:00:00] GET /server/ping 200 1ms"), InlineData("GET http://example.com/items/a")]
    [InlineData("[12:00:00] GET /users?filter[token][_eq]=--redacted-- 200 3ms")]
    [InlineData("[12:00:00] GRPC /directus.items.v1.ItemsService/ListItems OK 3ms")]
    public void Other_lines_tell_of_none(string line) => Assert.Null(ReadLine.Target(line));

    private static bool Is(string method, string target, string body) => ComparableReads.Is(new(method, target, [], Encoding.UTF8.GetBytes(body)));
}

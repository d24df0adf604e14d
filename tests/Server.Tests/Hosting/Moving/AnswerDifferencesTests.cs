using System.Text;
using Directus.Grpc.Server.Hosting.Moving.Comparing;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting.Moving;

public sealed class AnswerDifferencesTests
{
    [Theory]
    [InlineData("""{"data":{"a":1,"b":[true,null]}}""", """{ "data" : {"b":[true,null],"a":1} }""")]
    [InlineData("""{"a":1.50,"b":1e3,"c":0.1}""", """{"a":1.5,"b":1000,"c":0.10}""")]
    [InlineData("""{"at":"2026-01-31T12:00:00Z"}""", """{"at":"2026-01-31T12:00:00.000Z"}""")]
    [InlineData("""{"at":"2026-01-31T12:00:00.1234567Z"}""", """{"at":"2026-01-31T13:00:00.123+01:00"}""")]
    [InlineData("""{"errors":[{"message":"a","extensions":{"code":"FORBIDDEN"}}]}""",
        """{"errors":[{"message":"b","extensions":{"code":"FORBIDDEN","reason":"c"}}]}""")]
    [InlineData("not JSON", "not JSON")]
    public void Answers_that_mean_the_same_are_the_same(string here, string there) => Assert.Empty(Of(here, there));

    [Theory]
    [InlineData("""{"data":[{"title":"a"}]}""", """{"data":[{"title":"b"}]}""", "data[0].title: differs")]
    [InlineData("""{"data":{"n":1}}""", """{"data":{"n":"1"}}""", "data.n: number here, string there")]
    [InlineData("""{"data":{"n":null}}""", """{"data":{}}""", "data.n: only here")]
    [InlineData("""{"data":{}}""", """{"data":{"n":null}}""", "data.n: only there")]
    [InlineData("""{"data":[{"a":1},{"a":2}]}""", """{"data":[{"a":1}]}""", "data: 2 entries here, 1 there")]
    [InlineData("""{"data":[{"id":1},{"id":2},{"id":3}]}""", """{"data":[{"id":2},{"id":4}]}""", "data: 2 entries only here, 1 only there")]
    [InlineData("""{"data":[{"id":1,"a":1},{"id":2,"a":1}]}""", """{"data":[{"id":2,"a":1},{"id":1,"a":1}]}""", "data: other order")]
    [InlineData("""{"data":[{"a":1},{"a":2}]}""", """{"data":[{"a":2},{"a":1}]}""", "data: other order")]
    [InlineData("""{"at":"2026-01-31T12:00:00"}""", """{"at":"2026-01-31T12:00:00Z"}""", "at: differs")]
    [InlineData("""{"n":9007199254740993}""", """{"n":9007199254740992}""", "n: differs")]
    [InlineData("""{"errors":[{"extensions":{"code":"FORBIDDEN"}}]}""", """{"data":null}""", "errors: FORBIDDEN here, none there",
        "data: only there")]
    [InlineData("[1]", "not JSON", "body: differs")]
    public void Differences_are_told_by_place_and_kind(string here, string there, params string[] lines) => Assert.Equal(lines, Of(here, there));

    [Fact]
    public void An_entry_that_stands_elsewhere_is_compared_with_itself()
    {
        var lines = Of("""{"data":[{"id":1,"a":1},{"id":2,"a":1}]}""", """{"data":[{"id":2,"a":5},{"id":1,"a":1}]}""");

        Assert.Equal(["data: other order", "data[1].a: differs"], lines);
    }

    [Fact]
    public void What_is_told_of_the_model_has_no_order()
    {
        const string here = """{"data":[{"collection":"a","field":"x","n":1},{"collection":"a","field":"y","n":1}]}""";
        const string there = """{"data":[{"collection":"a","field":"y","n":2},{"collection":"a","field":"x","n":1}]}""";

        Assert.Equal(["data[1].n: differs"], Of(here, there, "/fields?limit=-1"));
        Assert.Equal(["data: other order", "data[1].n: differs"], Of(here, there));
    }

    [Fact]
    public void Statuses_come_first_with_the_codes_of_refusals()
    {
        var refused = """{"errors":[{"message":"m","extensions":{"code":"FORBIDDEN"}}]}""";
        var lines = AnswerDifferences.Of(Call("/items/a"), new(403, Bytes(refused)), new(200, Bytes("""{"data":[]}""")));

        Assert.Equal(["status: 403 FORBIDDEN here, 200 there"], lines);
    }

    [Fact]
    public void Of_many_differences_the_first_are_told_and_no_value_of_any()
    {
        string Rows(string value) => $$"""{"data":[{{string.Join(',', Enumerable.Range(0, 50).Select(_ => $$"""{"secret":"{{value}}"}"""))}}]}""";
        var lines = Of(Rows("value-of-here"), Rows("value-of-there"));

        Assert.Equal((11, "and 40 more"), (lines.Count, lines[^1]));
        Assert.DoesNotContain("value-of", string.Join('\n', lines), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Of(string here, string there, string target = "/items/a") =>
        AnswerDifferences.Of(Call(target), new(200, Bytes(here)), new(200, Bytes(there)));

    private static ReadCall Call(string target) => new("GET", target, [], default);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

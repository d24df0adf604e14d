using System.Text.Json.Nodes;

namespace Directus.Grpc.Client.Tests;

public sealed class FilterTests
{
    public static TheoryData<Filter, string> Printed => new()
    {
        { Filter.Field("status").Eq("published"), """{"status":{"_eq":"published"}}""" },
        { Filter.Field("status").Eq(null), """{"status":{"_eq":null}}""" },
        { Filter.Field("author.name").Contains("x"), """{"author":{"name":{"_contains":"x"}}}""" },
        { Filter.Field("year(date)").Gte(2024), """{"year(date)":{"_gte":2024}}""" },
        { Filter.Field("id").In(new[] { 1, 2 }), """{"id":{"_in":[1,2]}}""" },
        { Filter.Field("price").Between(1.5m, 2), """{"price":{"_between":[1.5,2]}}""" },
        { Filter.Field("title").IsNotNull(), """{"title":{"_nnull":true}}""" },
        { Filter.Field("tags").Is("_intersects", new[] { "a" }), """{"tags":{"_intersects":["a"]}}""" },
        {
            Filter.Field("comments").Some(Filter.Field("text").StartsWith("a")),
            """{"comments":{"_some":{"text":{"_starts_with":"a"}}}}"""
        },
        { Filter.Parse("""{"a":{"_eq":1}}"""), """{"a":{"_eq":1}}""" },
        { Filter.From(new JsonObject { ["a"] = new JsonObject { ["_eq"] = true } }), """{"a":{"_eq":true}}""" },
    };

    public static TheoryData<object, string> Operands => new()
    {
        { 5, "5" },
        { 9007199254740993L, "\"9007199254740993\"" },
        { 0.1m, "0.1" },
        { 12345678901234567890.12m, "\"12345678901234567890.12\"" },
        { 0.5, "0.5" },
        { true, "true" },
        { new DateOnly(2024, 2, 29), "\"2024-02-29\"" },
        { new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(1)), "\"2024-01-01T01:00:00.0000000Z\"" },
        { new Guid("00000000-0000-4000-8000-000000000001"), "\"00000000-0000-4000-8000-000000000001\"" },
    };

    [Theory, MemberData(nameof(Printed))]
    public void Filter_prints_as_Directus_writes_it(Filter filter, string json) => Same(json, filter);

    [Theory, MemberData(nameof(Operands))]
    public void Operand_keeps_its_value(object operand, string json) =>
        Same($$$"""{"f":{"_eq":{{{json}}} }}""", Filter.Field("f").Eq(operand));

    [Fact]
    public void Both_and_either_join_without_nesting_their_own_kind()
    {
        var (a, b, c) = (Filter.Field("a").Eq(1), Filter.Field("b").Eq(2), Filter.Field("c").Eq(3));

        Same("""{"_and":[{"a":{"_eq":1}},{"b":{"_eq":2}},{"c":{"_eq":3}}]}""", a & b & c);
        Same("""{"_or":[{"_and":[{"a":{"_eq":1}},{"b":{"_eq":2}}]},{"c":{"_eq":3}}]}""", (a & b) | c);
        Same("""{"_and":[{"a":{"_eq":1}},{"b":{"_eq":2}}]}""", Filter.All(a, b));
        Same("""{"_or":[{"a":{"_eq":1}},{"b":{"_eq":2}}]}""", Filter.Any(a, b));
    }

    [Fact]
    public void Operand_of_an_unknown_type_is_refused() =>
        Assert.Throws<ArgumentException>(() => Filter.Field("f").Eq(new object()));

    private static void Same(string json, Filter filter) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(filter.ToString())), filter.ToString());
}

using System.Text.Json;
using Directus.Grpc.Server.IntegrationTests.Items;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>What arguments stand for: variables that were given and those that were not, and numbers that fit their types.</summary>
public sealed class ArgumentTests
{
    [Theory, EachDatabase]
    public async Task A_filter_with_a_variable_that_is_not_given_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await FilledAsync(app);
        var (books, authors) = (library.Books, library.Authors);
        string[] documents =
        [
            $"query ($v: String) {{ {books}(filter: {{ title: {{ _eq: $v }} }}) {{ id }} }}",
            $"query ($v: String) {{ {books}(filter: {{ _or: [{{ title: {{ _eq: $v }} }}, {{ id: {{ _eq: 1 }} }}] }}) {{ id }} }}",
            $"query ($v: Boolean) {{ {books}(filter: {{ title: {{ _null: $v }} }}) {{ id }} }}",
            $"query ($v: [String]) {{ {books}(filter: {{ title: {{ _nin: $v }} }}) {{ id }} }}",
            $"query ($v: String) {{ {books}(filter: {{ title: {{ _in: [\"b1\", $v] }} }}) {{ id }} }}",
            $"query ($v: GraphQLStringOrFloat) {{ {books}(filter: {{ id: {{ _eq: 1 }}, place: {{ _between: [$v, 3] }} }}) {{ id }} }}",
            $"query ($v: string_filter_operators) {{ {books}(filter: {{ title: $v }}) {{ id }} }}",
            $"query ($v: {books}_filter) {{ {books}(filter: {{ _and: [$v] }}) {{ id }} }}",
            $"query ($v: String) {{ {books}(filter: {{ author: {{ name: {{ _eq: $v }} }} }}) {{ id }} }}",
            $"query ($v: GraphQLStringOrFloat) {{ {authors}(filter: {{ books_func: {{ count: {{ _eq: $v }} }} }}) {{ id }} }}",
            $"query ($v: String) {{ {authors} {{ books(filter: {{ title: {{ _eq: $v }} }}) {{ id }} }} }}",
            $"query ($v: String) {{ {books}_aggregated(filter: {{ title: {{ _eq: $v }} }}) {{ count {{ id }} }} }}",
            $"mutation ($v: String) {{ update_{books}_items(ids: [1], data: {{}}, filter: {{ title: {{ _eq: $v }} }}) {{ id }} }}",
        ];

        foreach (var document in documents) Assert.Equal(("INVALID_QUERY", document), (await app.Admin.RefusalAsync(document), document));
    }

    [Theory, EachDatabase]
    public async Task A_variable_of_null_is_the_value_null(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = (await FilledAsync(app)).Books;
        await app.CreateAsync($"/items/{books}", new { id = 3 });
        (string Type, string Rule, string[] Found)[] cases =
        [
            ("String", "_eq: $v", ["3"]), ("String", "_neq: $v", ["1", "2"]), ("String", "_contains: $v", []),
            ("Boolean", "_null: $v", ["3"]), ("Boolean", "_nnull: $v", ["1", "2"]), ("Boolean", "_empty: $v", ["3"]),
            ("[String]", "_in: $v", []), ("[String]", "_nin: $v", []), ("String", "_in: [\"b1\", $v]", ["1"]), ("String", "_nin: [\"b1\", $v]", []),
        ];

        foreach (var (type, rule, found) in cases)
        {
            await app.Admin.ShouldAnswerAsync($"query ($v: {type}) {{ {books}(sort: [\"id\"], filter: {{ title: {{ {rule} }} }}) {{ id }} }}",
                $$"""{"{{books}}": [{{string.Join(", ", found.Select(id => $$"""{"id": "{{id}}"}"""))}}]}""", new { v = (string?)null });
        }

        // No filter at all is one.
        Assert.Null(await app.Admin.RefusalAsync($"query ($v: {books}_filter) {{ {books}(filter: $v) {{ id }} }}"));
    }

    [Theory, EachDatabase]
    public async Task A_number_that_does_not_fit_its_type_is_refused_before_anything_is_done(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("n:integer", "big:bigInteger", "f:float", "j:json");
        (string Field, string Type, string Number)[] cases =
        [
            ("n", "Int", "3000000000"), ("n", "Int", "-2147483649"), ("n", "Int", "1.5"), ("n", "Int", "99999999999999999999"), ("n", "Int", "1e400"),
            ("big", "GraphQLBigInt", "1e400"), ("f", "Float", "1e400"), ("j", "JSON", "1e400"),
        ];

        foreach (var (field, type, number) in cases)
        {
            var wanted = ("GRAPHQL_VALIDATION", field, number);
            var literal = await app.Admin.RefusalAsync($"mutation {{ create_{things}_item(data: {{ {field}: {number} }}) {{ id }} }}");
            var variable = await app.Admin.RefusalAsync($"mutation ($v: {type}) {{ create_{things}_item(data: {{ {field}: $v }}) {{ id }} }}",
                variables: Given(number));
            Assert.Equal((wanted, wanted), ((literal, field, number), (variable, field, number)));
        }

        Assert.Equal("GRAPHQL_VALIDATION", await app.Admin.RefusalAsync($"{{ {things}(filter: {{ f: {{ _gt: 1e400 }} }}) {{ id }} }}"));
        Assert.Equal("GRAPHQL_VALIDATION", await app.Admin.RefusalAsync($"{{ {things}(limit: 3000000000) {{ id }} }}"));
        await app.Admin.ShouldAnswerAsync($"{{ {things} {{ id }} }}", $$"""{"{{things}}": []}""");
        await app.Admin.ShouldAnswerAsync($"mutation ($v: Int) {{ create_{things}_item(data: {{ n: $v }}) {{ n }} }}", $$$"""{"create_{{{things}}}_item": {"n": 7}}""", Given("7.0"));
    }

    // As it is written: no number of C# is as large.
    private static JsonElement Given(string number) => JsonElement.Parse($$"""{"v": {{number}}}""");

    private static async Task<Library> FilledAsync(TestApp app)
    {
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}",
            new { id = 1, name = "a1", books = new[] { new { id = 1, title = "b1" }, new { id = 2, title = "b2" } } });
        return library;
    }
}

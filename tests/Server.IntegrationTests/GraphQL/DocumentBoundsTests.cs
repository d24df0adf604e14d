using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.IntegrationTests.Items;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>A short text must not make long work. Guards against GHSA-7hmh-pfrp-vcx4 (CVE-2024-39895: one field thousands of times),
/// GHSA-ph52-67fq-75wj (CVE-2026-35441: aliases of relations), GHSA-6q22-g298-grjh (aliases of the server's checks) and
/// GHSA-g293-vf99-xv36 (aliases of anonymous mutations).</summary>
public sealed class DocumentBoundsTests
{
    [Theory, EachDatabase]
    public async Task A_field_asked_for_thousands_of_times_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ {Repeat("id ", 10_000)}}} }}");
        await RefusedAsync(app.Admin, $"{{ {Repeat("__typename ", 10_000)}}}");
        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ {Repeat("id ", 4_900)}}} }}");
        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ {Repeat("... { id } ", 1_200)}}} }}");
        await app.Admin.ShouldAnswerAsync($"{{ {library.Books} {{ {Repeat("id ", 100)}}} }}", $$"""{"{{library.Books}}": []}""");
    }

    [Theory, EachDatabase]
    public async Task Aliases_of_relations_are_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        await RefusedAsync(app.Admin, $"{{ {Each(200, n => $"a{n}: {library.Books} {{ author {{ books {{ id }} }} }} ")}}}");
        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ {Each(600, n => $"a{n}: author {{ b: books {{ id }} }} ")}}} }}");
    }

    [Theory, EachDatabase]
    public async Task Fragments_that_multiply_are_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var fragments = Each(20,
            n => $"fragment f{n} on {library.Books} {{ a: author {{ books {{ ...f{n + 1} }} }} b: author {{ books {{ ...f{n + 1} }} }} }} ");

        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ ...f0 }} }} {fragments} fragment f20 on {library.Books} {{ id }}");
        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ ...f }} }} fragment f on {library.Books} {{ author {{ books {{ ...f }} }} }}");
        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ ...f }} }} fragment f on {library.Books} {{ ...f }}");
    }

    [Theory, EachDatabase]
    public async Task What_is_nested_without_end_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        await RefusedAsync(app.Admin, $"{{ {library.Books} {{ {Repeat("author { books { ", 40)} id {Repeat("} } ", 40)} }} }}");
        await RefusedAsync(app.Admin, $"{{ {library.Books} {Repeat("{ author ", 1_000)}");
        await RefusedAsync(app.Admin, $"{{ {library.Books}(filter: {Repeat("{ _and: [", 1_000)} {Repeat("] }", 1_000)}) {{ id }} }}");
        await RefusedAsync(app.Admin, $"{{ __schema {{ types {{ {Repeat("fields { type { ", 4)} name {Repeat("} } ", 4)} }} }} }}");
        // What is nested less, but more than a query may, the query refuses.
        Assert.Equal("INVALID_QUERY",
            await app.Admin.RefusalAsync($"{{ {library.Books} {{ {Repeat("author { books { ", 10)} id {Repeat("} } ", 10)} }} }}"));
        Assert.Equal("INVALID_QUERY", await app.Admin.RefusalAsync($"query ($f: {library.Books}_filter) {{ {library.Books}(filter: $f) {{ id }} }}",
            variables: new { f = JsonNode.Parse($"{Repeat("{\"_and\":[", 5)}{Repeat("{\"author\":{\"books\":", 10)}{{}}{Repeat("}}", 10)}{Repeat("]}", 5)}") }));
    }

    [Theory, EachDatabase]
    public async Task Costly_fields_for_everyone_are_asked_for_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        await RefusedAsync(app.Anonymous, $"{{ {Each(500, n => $"a{n}: server_health ")}}}", GraphQLCalls.System);
        await app.Anonymous.AnswerAsync($"{{ {Each(100, n => $"a{n}: server_health ")}}}", GraphQLCalls.System);
        foreach (var mutation in (string[])["auth_login(email: \"a@example.com\", password: \"x\") { access_token }",
            "auth_password_request(email: \"a@example.com\")",
            "users_register(email: \"a@example.com\", password: \"password-1\")", "utils_hash_generate(string: \"x\")"])
        {
            await RefusedAsync(app.Anonymous, $"mutation {{ a: {mutation} b: {mutation} }}", GraphQLCalls.System);
            await RefusedAsync(app.Anonymous, $"mutation {{ a: {mutation} ...f }} fragment f on Mutation {{ b: {mutation} }}", GraphQLCalls.System);
        }
    }

    [Theory, EachDatabase]
    public async Task An_answer_that_no_memory_holds_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var texts = await app.CreateCollectionAsync("text:text");
        for (var i = 0; i < 20; i++) await app.CreateAsync($"/items/{texts}", new { text = Repeat("x", 1_000_000) });

        Assert.Null(await app.Admin.RefusalAsync($"{{ {texts}(limit: 2) {{ text }} }}"));
        Assert.Equal("INVALID_QUERY", await app.Admin.RefusalAsync($"{{ {texts} {{ text }} }}"));
        Assert.Equal("INVALID_QUERY", await app.Admin.RefusalAsync($"{{ {Each(10, n => $"a{n}: {texts}(limit: 2) {{ text }} ")}}}"));
    }

    private static async Task RefusedAsync(TestClient client, string document, string path = GraphQLCalls.Items)
    {
        // Long work would outlast the patience of the caller.
        var refusal = client.AskAsync(document, path: path);
        Assert.True(await Task.WhenAny(refusal, Task.Delay(Eventually.Patience)) == refusal,
            $"Still at work: {document[..Math.Min(document.Length, 200)]}");
        await (await refusal).ShouldBeErrorAsync(400, "GRAPHQL_VALIDATION");
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Each(int times, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, times).Select(n => text(n).ToString(CultureInfo.InvariantCulture)));
}

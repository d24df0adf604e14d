using Directus.Grpc.Server.IntegrationTests.Items;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>The schema that a caller sees has what the caller may do, by the names that the language allows.</summary>
public sealed class VisibleSchemaTests
{
    [Theory, EachDatabase]
    public async Task Callers_see_what_they_may_do(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var reader = await app.SignInAsync(May.Read(library.Books, "id", "title", "author"), May.Update(library.Books, "title"));

        // Of authors nothing is seen: what refers to them is a number, and nothing leads on.
        Assert.Equal(["author", "id", "title"], (await reader.FieldsAsync(library.Books)).Order());
        Assert.Equal([$"update_{library.Books}_batch", $"update_{library.Books}_item", $"update_{library.Books}_items"],
            (await reader.FieldsAsync("Mutation")).Order());
        Assert.Equal(["title"], await reader.FieldsAsync($"update_{library.Books}_input"));
        Assert.Empty(await reader.FieldsAsync(library.Authors));
        Assert.Empty(await app.Anonymous.FieldsAsync(library.Books));
        Assert.Superset(new HashSet<string> { "author", "tags", "tags_func" }, (await app.Admin.FieldsAsync(library.Books)).ToHashSet());
    }

    [Theory, EachDatabase]
    public async Task Rights_that_change_change_the_schema(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var policy = await app.CreateAsync("/policies", new { name = "p" });
        var user = await app.CreateAsync("/users", new { email = $"{library.Tags}@example.com", token = $"token-{library.Tags}" });
        await app.CreateAsync("/access", new { policy, user });
        var reader = app.Client($"token-{library.Tags}");
        Assert.Equal("GRAPHQL_VALIDATION", await reader.RefusalAsync($"{{ {library.Tags} {{ id }} }}"));

        var permission = await app.CreateAsync("/permissions", new { policy, collection = library.Tags, action = "read", fields = new[] { "id" } });
        Assert.Null(await reader.RefusalAsync($"{{ {library.Tags} {{ id }} }}"));
        Assert.Equal("GRAPHQL_VALIDATION", await reader.RefusalAsync($"{{ {library.Tags} {{ label }} }}"));

        await (await app.Admin.PatchAsync($"/permissions/{permission}", new { fields = new[] { "label" } })).DataAsync();
        Assert.Null(await reader.RefusalAsync($"{{ {library.Tags} {{ label }} }}"));
        Assert.Equal("GRAPHQL_VALIDATION", await reader.RefusalAsync($"{{ {library.Tags} {{ id }} }}"));
    }

    [Theory, EachDatabase]
    public async Task Names_that_the_language_does_not_allow_are_left_out(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var plain = await app.CreateCollectionAsync("title", "two words", "1st", "__typename");
        var dashed = $"{plain}-x";
        await app.CreateCollectionAsync(dashed, [new { field = "id", type = "integer", schema = new { is_primary_key = true }, meta = new { } }]);

        Assert.Equal(["id", "title"], await app.Admin.FieldsAsync(plain));
        await app.Admin.ShouldAnswerAsync($"{{ {plain} {{ title }} }}", $$"""{"{{plain}}": []}""");
        Assert.DoesNotContain(await app.Admin.FieldsAsync("Query"), field => field.StartsWith(dashed, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Collections_may_be_called_like_types(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        object key = new { field = "id", type = "integer", schema = new { is_primary_key = true }, meta = new { } };
        object day = new { field = "day", type = "date", schema = new { }, meta = new { } };
        string[] usable = ["things", "things_filter", "things_aggregated", "create_things_input", "server_info", "auth_tokens"];
        string[] taken = ["Query", "String", "date_functions", "number_filter_operators"];
        foreach (var name in (string[])[.. usable, .. taken]) await app.CreateCollectionAsync(name, [key, day]);

        foreach (var name in usable) await app.Admin.ShouldAnswerAsync($"{{ {name}(filter: {{ day_func: {{ year: {{ _eq: 1 }} }} }}) {{ id day_func {{ year }} }} }}", $$"""{"{{name}}": []}""");
        foreach (var name in taken) Assert.Equal("GRAPHQL_VALIDATION", await app.Admin.RefusalAsync($"{{ {name} {{ id }} }}"));
        await app.Admin.AnswerAsync("{ server_info { project { project_name } } }", GraphQLCalls.System);
    }

    [Theory, EachDatabase]
    public async Task Closed_introspection_tells_nothing(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string> { ["GRAPHQL_INTROSPECTION"] = "false" });
        await using var app = await TestApp.OnAsync(server);
        await app.CreateCollectionAsync("secrets", [new { field = "id", type = "integer", schema = new { is_primary_key = true }, meta = new { } }]);

        foreach (var document in (string[])["{ __schema { types { name } } }", "{ __type(name: \"secrets\") { name } }", "{ secret { id } }",
            "{ server_specs_graphql }"])
        {
            foreach (var path in (string[])[GraphQLCalls.Items, GraphQLCalls.System])
            {
                using var reply = await app.Admin.AskAsync(document, path: path);
                var text = await reply.Content.ReadAsStringAsync();
                Assert.Equal((400, false), ((int)reply.StatusCode, text.Contains("secrets", StringComparison.Ordinal)
                    && !document.Contains("secrets", StringComparison.Ordinal)));
            }
        }

        await (await app.Admin.GetAsync("/server/specs/graphql")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await app.Admin.ShouldAnswerAsync("{ __typename secrets { __typename id } }", """{"__typename": "Query", "secrets": []}""");
    }
}

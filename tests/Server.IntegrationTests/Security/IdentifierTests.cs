using System.Net;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Names are looked up or quoted, never text of a statement.</summary>
public sealed class IdentifierTests
{
    private static readonly string[] Names =
    [
        "a\"b", "a'b", "a;--", "\"; drop table directus_users; --", "'); select pg_sleep(9); --", "a\0b", "select", "order", "größe", "表", "a b",
            "a.b", "a`b", "[a]", "$1", "@p0", "{0}",
        "a\\", "a\nb", "%s", new string('x', 64), new string('x', 300), " ", "a/*", "id\" as \"x", "count(*)", "directus_users.token", "__proto__",
            "constructor",
    ];

    /// <summary>GHSA-gwvv-rr68-cmv6 with the names: no name in a query is more than a name.</summary>
    [Theory, EachDatabase]
    public async Task Names_in_queries_name_what_there_is_or_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "data:json");
        await app.CreateAsync($"/items/{things}", new { title = "a", data = new { a = 1 } });
        foreach (var name in Names)
        {
            object[] queries =
            [
                new { fields = new[] { name } }, new { filter = new Dictionary<string, object> { [name] = new { _eq = 1 } } },
                    new { sort = new[] { name } }, new { sort = new[] { $"-{name}" } },
                new { groupBy = new[] { name } }, new { aggregate = new { max = name } },
                    new { aggregate = new Dictionary<string, object> { [name] = "id" } },
                new { alias = new Dictionary<string, object> { ["x"] = name }, fields = new[] { "x" } },
                    new { alias = new Dictionary<string, object> { [name] = "title" }, fields = new[] { name } },
                new { deep = new Dictionary<string, object> { [name] = new { _limit = 1 } } }, new { fields = new[] { $"json(data, {name})" } },
                    new { fields = new[] { $"{name}(title)" } },
                new { fields = new[] { $"title:{name}.id" } }, new { filter = new { title = new Dictionary<string, object> { [$"_{name}"] = 1 } } },
                    new { search = name }, new { filter = new { title = new { _eq = $"${name}" } } },
            ];
            foreach (var query in queries) await RequireNoFailureAsync(await app.Admin.SearchAsync($"/items/{things}", new { query }));
            await RequireNoFailureAsync(await app.Admin.GetAsync($"/items/{Uri.EscapeDataString(name)}"));
            await RequireNoFailureAsync(await app.Admin.GetAsync($"/items/{things}/{Uri.EscapeDataString(name)}"));
            await RequireNoFailureAsync(await app.Admin.PostAsync($"/items/{things}", new Dictionary<string, object> { [name] = "x" }));
        }
    }

    [Theory, EachDatabase]
    public async Task Keys_of_stored_json_may_have_any_character(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("data:json");
        await app.CreateAsync($"/items/{things}", new { data = new Dictionary<string, int> { ["a\\"] = 1, ["a\"b"] = 2, ["a'b"] = 3 } });

        foreach (var (key, value) in ((string, int)[])[("a\\", 1), ("a\"b", 2), ("a'b", 3)])
        {
            var found = (await (await app.Admin.SearchAsync($"/items/{things}", new { query = new { fields = new[] { $"json(data, {key})" } } }))
                .DataAsync())![0]!.AsObject();
            Assert.Equal(value, (int)found.Single().Value!);
        }
    }

    /// <summary>GHSA-chfm-g7r3-vv42 (CVE-2026-10716), and CVE-2026-22599 of a peer: no string of the schema's description is text of DDL.</summary>
    [Theory, EachDatabase]
    public async Task Strings_of_the_schema_are_names_or_of_a_list(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "other:integer");
        string[] injections = ["geometry.Point,4326); select pg_sleep(9)--", "string; drop table directus_users", "integer default (select 1)",
            "varchar(1)"];
        foreach (var text in injections)
        {
            object[] fields =
            [
                new { field = "f", type = text }, new { field = "f", type = "string", schema = new { data_type = text } },
                    new { field = "f", type = "string", schema = new { max_length = text } },
                new { field = "f", type = "decimal", schema = new { numeric_precision = text, numeric_scale = text } },
                    new { field = "f", type = "integer", schema = new { default_value = text } },
            ];
            foreach (var field in fields)
            {
                await RequireNoFailureAsync(await app.Admin.PostAsync($"/fields/{things}", field));
                await app.Admin.DeleteAsync($"/fields/{things}/f");
            }

            var relation = new { collection = things, field = "other", related_collection = things, schema = new { on_delete = text } };
            var reply = await app.Admin.PostAsync("/relations", relation);
            Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        }

        Assert.NotEmpty(await app.Server.Database.QueryAsync("select id from directus_users"));
    }

    [Theory, EachDatabase]
    public async Task Names_of_collections_and_fields_are_quoted_or_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        foreach (var name in Names)
        {
            using var field = await app.Admin.PostAsync($"/fields/{things}", new { field = name, type = "string", schema = new { }, meta = new { } });
            await RequireNoFailureAsync(field);
            if (field.IsSuccessStatusCode)
            {
                await app.CreateAsync($"/items/{things}", new Dictionary<string, object> { [name] = "v" });
                var found = await app.Admin.SearchAsync($"/items/{things}",
                    new
                    {
                        query = new
                        {
                            filter = new Dictionary<string, object> { [name] = new { _eq = "v" } },
                            fields = new[] { "id" },
                            sort = new[] { name }
                        }
                    });
                await RequireNoFailureAsync(found);
                await RequireNoFailureAsync(await app.Admin.DeleteAsync($"/fields/{things}/{Uri.EscapeDataString(name)}"));
            }

            using var collection = await app.Admin.PostAsync("/collections", new { collection = $"t{name}", schema = new { }, meta = new { } });
            await RequireNoFailureAsync(collection);
            if (collection.IsSuccessStatusCode)
                await (await app.Admin.DeleteAsync($"/collections/{Uri.EscapeDataString($"t{name}")}")).ShouldBeNoContentAsync();
        }

        Assert.NotEmpty(await app.Server.Database.QueryAsync("select id from directus_users"));
    }

    /// <summary>GHSA-9x5g-62gj-wqf2 (CVE-2025-64746): what was granted of a field or collection goes with it.</summary>
    [Theory, EachDatabase]
    public async Task A_new_field_of_an_old_name_is_not_granted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "f");
        var reader = await app.SignInAsync(May.Read(things, "id", "f"), May.Read(things, "title").Where(new { f = new { _eq = "x" } }));
        await (await reader.GetAsync($"/items/{things}?fields=f")).ShouldBeDataAsync("[]");

        await (await app.Admin.DeleteAsync($"/fields/{things}/f")).ShouldBeNoContentAsync();
        await (await app.Admin.PostAsync($"/fields/{things}", new { field = "f", type = "string", schema = new { }, meta = new { } })).DataAsync();

        await (await reader.GetAsync($"/items/{things}?fields=f")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.DeleteAsync($"/collections/{things}")).ShouldBeNoContentAsync();
        await app.CreateCollectionAsync(things,
            [new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true }, meta = new { } }]);
        await (await reader.GetAsync($"/items/{things}")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    private static async Task RequireNoFailureAsync(HttpResponseMessage reply) =>
        Assert.True((int)reply.StatusCode < 500,
            $"{reply.RequestMessage!.Method} {reply.RequestMessage.RequestUri}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
}

using Directus.Grpc.Common.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Access;

/// <summary>A field that a user may not read cannot be learnt about by any other part of a query either.</summary>
public sealed class ForbiddenFieldTests
{
    [Theory, EachDatabase]
    public async Task A_field_that_may_not_be_read_is_refused_in_every_part_of_a_query(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title", "secret");
        var editor = await app.SignInAsync(May.Read(articles, "id", "title"));
        string[] queries =
        [
            "fields=secret", "fields=title,secret", "filter[secret][_eq]=x", "filter[_or][0][secret][_null]=true", "sort=secret",
                "sort=title,-secret",
            "aggregate[max]=secret", "aggregate[count]=*&groupBy=secret", "alias[title]=secret&fields=title",
        ];

        foreach (var query in queries)
            await (await editor.GetAsync($"/items/{articles}?{query}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await editor.SearchAsync($"/items/{articles}", new { query = new { sort = new[] { "secret" } } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        Common.V1.Query[] typed = [new() { Fields = { "secret" } }, new() { Sort = { "secret" } },
            new() { Filter = Structs.Of(new { secret = new { _eq = "x" } }) }];
        foreach (var query in typed)
            await editor.Items.ListItemsAsync(new() { Collection = articles, Query = query })
                .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_refusal_tells_where_it_was_asked(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var (query, field, place) in new[]
        {
            ("fields=nope", "\"nope\" in collection \"directus_users\"", "root"),
                ("fields=role.nope", "\"nope\" in collection \"directus_roles\"", "\"role\""),
            ("fields=role.parent.nope", "\"nope\" in collection \"directus_roles\"", "\"role.parent\""),
                ("filter[nope][_eq]=1", "\"nope\" in collection \"directus_users\"", "root"),
            ("filter[role][nope][_eq]=1", "\"nope\" in collection \"directus_roles\"", "\"role\""),
                ("sort=role.nope", "\"nope\" in collection \"directus_roles\"", "\"role\""),
            ("fields=policies.id&deep[policies][_filter][nope][_eq]=1", "\"nope\" in collection \"directus_access\"", "\"policies\""),
            ("filter[role][users][_some][nope][_eq]=1", "\"nope\" in collection \"directus_users\"", "\"role.users\""),
            ("groupBy=nope&aggregate[count]=*", "\"nope\" in collection \"directus_users\"", "root"),
        })
        {
            var refused = await (await app.Admin.GetAsync($"/users?{query}")).Content.ReadAsStringAsync();
            Assert.Equal($"You don't have permission to access field {field} or it does not exist. Queried in {place}.",
                (string?)System.Text.Json.Nodes.JsonNode.Parse(refused)!["errors"]![0]!["extensions"]!["reason"]);
        }
    }

    [Theory, EachDatabase]
    public async Task Search_does_not_look_into_a_field_that_may_not_be_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title", "secret");
        await app.CreateAsync($"/items/{articles}", new { title = "open", secret = "hidden" });
        var editor = await app.SignInAsync(May.Read(articles, "title"));

        await (await editor.GetAsync($"/items/{articles}?search=hidden")).ShouldBeDataAsync("[]");
        await (await editor.GetAsync($"/items/{articles}?search=open")).ShouldBeDataAsync("""[{"title":"open"}]""");
    }

    [Theory, EachDatabase]
    public async Task A_row_that_a_rule_leaves_out_is_not_there(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title", "status");
        await app.CreateAsync($"/items/{articles}", new { title = "out", status = "published" });
        var draft = await app.CreateAsync($"/items/{articles}", new { title = "in", status = "draft" });
        var reader = await app.SignInAsync(
            May.Read(articles, "id", "title").Where(new { status = new { _eq = "published" } }),
            May.Update(articles, "title").Where(new { status = new { _eq = "published" } }));

        await (await reader.GetAsync($"/items/{articles}?meta=*")).ShouldBeDataAsync("""[{"id":1,"title":"out"}]""");
        await (await reader.GetAsync($"/items/{articles}/{draft}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.PatchAsync($"/items/{articles}/{draft}", new { title = "mine" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.DeleteAsync($"/items/{articles}/1")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await reader.Items.UpdateItemAsync(new() { Collection = articles, Key = draft, Data = Structs.Of(new { title = "mine" }) })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/items/{articles}/{draft}?fields=title")).ShouldBeDataAsync("""{"title":"in"}""");
    }

    [Theory, EachDatabase]
    public async Task Missing_and_forbidden_look_the_same(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title");
        var stranger = await app.SignInAsync();

        foreach (var collection in new[] { articles, "no_such_collection", "directus_users", "directus_sessions" })
        {
            await (await stranger.GetAsync($"/items/{collection}")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await app.Anonymous.GetAsync($"/items/{collection}")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await app.Anonymous.Items.ListItemsAsync(new() { Collection = collection }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }
    }
}

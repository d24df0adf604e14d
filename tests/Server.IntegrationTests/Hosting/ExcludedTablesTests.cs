using System.Net;
using System.Text.Json.Nodes;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>A table that DB_EXCLUDE_TABLES names is there for nobody, the administrator included.</summary>
public sealed class ExcludedTablesTests
{
    [Theory, EachDatabase]
    public async Task A_table_that_is_left_out_is_on_no_face(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await using var server = await TestServer.StartAsync(await database.CreateAsync(folder), folder,
            new Dictionary<string, string> { ["DB_EXCLUDE_TABLES"] = "hidden, directus_users" });
        await server.Database.QueryAsync("create table hidden (id integer primary key, name varchar(20))");
        await server.Database.QueryAsync("create table seen (id integer primary key, hidden integer references hidden (id))");
        await server.Database.QueryAsync("insert into directus_collections (collection) values ('hidden')");
        await server.RestartAsync();
        await using var app = await TestApp.OnAsync(server);

        Assert.Equal(HttpStatusCode.OK, (await app.Admin.GetAsync("/items/seen?fields=*.*")).StatusCode);
        await (await app.Admin.GetAsync("/items/hidden")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync("/collections/hidden")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync("/fields/hidden")).ShouldBeErrorAsync(403, "FORBIDDEN");
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await app.Admin.Items.ListItemsAsync(new ListItemsRequest { Collection = "hidden" }));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
        foreach (var path in new[] { "/collections", "/relations", "/schema/snapshot" })
        {
            var told = (await (await app.Admin.GetAsync(path)).DataAsync())!.ToJsonString();
            Assert.DoesNotContain("\"collection\":\"hidden\"", told, StringComparison.Ordinal);
            Assert.DoesNotContain("_collection\":\"hidden\"", told, StringComparison.Ordinal);
        }

        var types = await app.Admin.PostAsync("/graphql", new { query = "{ __type(name: \"hidden\") { name } }" });
        Assert.Null((await types.DataAsync())!["__type"]);
        // Whatever it is called there, its name is taken.
        var made = await app.Admin.PostAsync("/collections", new JsonObject { ["collection"] = "hidden", ["schema"] = new JsonObject() });
        Assert.Equal(HttpStatusCode.BadRequest, made.StatusCode);
        Assert.Equal([["hidden"]], await server.Database.QueryAsync("select collection from directus_collections where collection = 'hidden'"));
        // The server itself cannot do without its own.
        Assert.Equal(HttpStatusCode.OK, (await app.Admin.GetAsync("/users")).StatusCode);
    }
}

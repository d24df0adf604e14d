using Directus.Grpc.TestKit;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

public sealed class ErrorTests
{
    [Theory, EachDatabase]
    public async Task A_refusal_carries_the_same_code_over_rest_and_grpc(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");

        await (await app.Admin.GetAsync($"/items/{notes}?limit=-7")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await app.Admin.Items.ListItemsAsync(new() { Collection = notes, Query = new() { Limit = -7 } })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_QUERY");

        await (await app.Admin.GetAsync("/items/nowhere")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await app.Admin.Items.ListItemsAsync(new() { Collection = "nowhere" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");

        await (await app.Anonymous.PostAsync("/auth/login", new { email = TestServer.AdminEmail, password = "wrong" }))
            .ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        await app.Anonymous.Auth.LoginAsync(new() { Email = TestServer.AdminEmail, Password = "wrong" })
            .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");

        var stranger = app.Client("not-a-token");
        var (rest, grpc) = (await stranger.GetAsync($"/items/{notes}"), stranger.Items.ListItemsAsync(new() { Collection = notes }));
        await rest.ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        await grpc.ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
    }

    [Theory, EachDatabase]
    public async Task A_query_that_makes_no_sense_is_refused_by_every_route(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        string[] paths = ["/fields", $"/fields/{notes}/title", "/collections", $"/relations/{notes}", "/server/info", "/permissions/me",
            "/policies/me/globals", "/utils/random/string", "/roles/me", "/assets/x"];
        string[] queries = ["limit=x", "offset=-1", "page=x", "filter={\"id\":{\"_null\":2}}", "filter=null", "export=nope"];

        foreach (var path in paths)
            foreach (var query in queries) await (await app.Admin.GetAsync($"{path}?{query}")).ShouldBeErrorAsync(400, "INVALID_QUERY");

        await (await app.Admin.PostAsync("/collections?limit=x", new { collection = $"{notes}_more" })).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.GetAsync($"/collections/{notes}_more")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Client("no-token").GetAsync("/fields?limit=x")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
    }

    [Theory, EachDatabase]
    public async Task A_grpc_refusal_names_its_domain_and_what_it_was_about(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{notes}", new { id = 1 });

        var error = await Assert.ThrowsAsync<RpcException>(() =>
            app.Admin.Items.CreateItemsAsync(new() { Collection = notes, Items = { Structs.Of(new { id = 1 }) } }).ResponseAsync);

        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal("RECORD_NOT_UNIQUE", info.Reason);
        Assert.NotEmpty(info.Domain);
        Assert.Equal((notes, "id"), (info.Metadata["collection"], info.Metadata["field"]));
    }

    [Theory, EachDatabase]
    public async Task What_is_no_route_is_told_so(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        await (await app.Anonymous.GetAsync("/no/such/route")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        await (await app.Admin.PostAsync("/items/directus_users/1/2/3", new { })).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
    }

    [Theory, EachDatabase]
    public async Task A_body_that_is_no_json_is_refused_and_changes_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/items/{notes}")
        {
            Content = new StringContent("""{"title": "half""", System.Text.Encoding.UTF8, "application/json"),
        };

        await (await app.Admin.SendAsync(request)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.GetAsync($"/items/{notes}")).ShouldBeDataAsync("[]");
    }
}
